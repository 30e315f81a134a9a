interface Message {
  kind: 'asks' | 'has';
  clientId: string;
}

/**
 * Tells the other tabs which draft this one writes. Where another has it already, which happens when a tab is duplicated or
 * opened beside the first, `isTaken` is called: two tabs under one identifier would overwrite each other, and of two notes
 * sent the server would take the second for the first sent again.
 *
 * Returns what ends it. (`navigator.locks` is missing where the page is served without TLS on a company network.)
 */
export function announceDraft(clientId: string, isTaken: () => void) {
  const channel = new BroadcastChannel('voc.note.drafts');
  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data.clientId !== clientId) return;
    if (data.kind === 'asks') channel.postMessage({ kind: 'has', clientId });
    else isTaken();
  };
  channel.postMessage({ kind: 'asks', clientId });
  return () => channel.close();
}
