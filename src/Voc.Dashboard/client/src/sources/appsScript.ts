/**
 * What is pasted into the script editor of a Google form. Each time it runs it sends what was answered since the last response that
 * was taken in, so an answer that came while the service was away goes in with the next one. One that can never be taken in is
 * passed over.
 */
export const appsScript = (address: string) => `const ADDRESS = '${address}';
const SECRET = 'whsec_…';

function onAnswer() {
  const lock = LockService.getScriptLock();
  lock.waitLock(30000);
  const kept = PropertiesService.getScriptProperties();
  const since = Number(kept.getProperty('since') || 0);
  FormApp.getActiveForm().getResponses(new Date(since)).forEach((response) => {
    send({
      id: response.getId(),
      submittedAt: response.getTimestamp().toISOString(),
      answers: response.getItemResponses().map((answer) => ({
        id: String(answer.getItem().getId()),
        title: answer.getItem().getTitle(),
        type: String(answer.getItem().getType()),
        value: answer.getResponse(),
      })),
    });
    kept.setProperty('since', String(response.getTimestamp().getTime()));
  });
  lock.releaseLock();
}

function send(response) {
  const body = JSON.stringify(response);
  const timestamp = String(Math.floor(Date.now() / 1000));
  const mac = Utilities.computeHmacSha256Signature(timestamp + '.' + body, SECRET, Utilities.Charset.UTF_8);
  const hex = mac.map((byte) => ('0' + (byte & 0xff).toString(16)).slice(-2)).join('');
  const answer = UrlFetchApp.fetch(ADDRESS, {
    method: 'post',
    muteHttpExceptions: true,
    contentType: 'application/json',
    payload: body,
    headers: { 'X-Voc-Timestamp': timestamp, 'X-Voc-Signature': 'sha256=' + hex },
  });
  const status = answer.getResponseCode();
  // What can never be taken in (400, 413) must not hold up what comes after it; it stays in the form.
  if (status >= 400 && status !== 400 && status !== 413) throw new Error(status + ' ' + answer.getContentText());
}`;
