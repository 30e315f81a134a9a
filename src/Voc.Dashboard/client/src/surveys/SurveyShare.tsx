import { Alert, Anchor, Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Survey, SurveyInvitation } from '../api/types';
import { Panel } from '../app/Panel';
import { Snippet } from '../app/Snippet';
import { failureMessages } from '../app/States';
import { invitationsCsv } from './csv';
import { frameSnippet, recipientsOf } from './surveyDraft';
import { useInvite } from './surveyQueries';

/** How a survey gets to customers: a link, a frame on a site, or a link of their own for each. */
export function SurveyShare({ survey }: { survey: Survey }) {
  const { t } = useTranslation();
  return (
    <Stack gap="md">
      {survey.state !== 'open' && <Alert color="yellow">{t(`surveys.notOpen.${survey.state}`)}</Alert>}
      {survey.settings.openLink && (
        <>
          <Panel title={t('surveys.link')}>
            <Stack gap="xs">
              <Text size="sm">{t('surveys.linkHint')}</Text>
              <Snippet text={survey.url} />
              <Anchor href={survey.url} target="_blank" rel="noreferrer" size="sm">
                {t('surveys.open')}
              </Anchor>
            </Stack>
          </Panel>
          <Panel title={t('surveys.embed')}>
            <Stack gap="xs">
              <Text size="sm">
                {t(survey.settings.allowedOrigins.length > 0 ? 'surveys.embedHint' : 'surveys.embedNowhere')}
              </Text>
              <Snippet text={frameSnippet(survey.url, survey.settings.title.ja)} />
            </Stack>
          </Panel>
        </>
      )}
      <Invite survey={survey} />
    </Stack>
  );
}

function Invite({ survey }: { survey: Survey }) {
  const { t } = useTranslation();
  const [lines, setLines] = useState('');
  const invite = useInvite(survey.id);
  const recipients = recipientsOf(lines);
  return (
    <Panel title={t('surveys.invite')}>
      <Stack gap="sm">
        <Text size="sm">{t('surveys.inviteHint')}</Text>
        <Textarea
          label={t('surveys.recipients')}
          description={t('surveys.recipientsHint')}
          placeholder={'C-1001, 法人\nC-1002, 個人'}
          value={lines}
          onChange={(event) => setLines(event.currentTarget.value)}
          autosize
          minRows={3}
          maxRows={12}
        />
        {invite.error && (
          <Alert color="red" role="alert">
            {failureMessages(invite.error, t('app.offline')).join(' ')}
          </Alert>
        )}
        <Group>
          <Button
            onClick={() => invite.mutate(recipients, { onSuccess: () => setLines('') })}
            disabled={recipients.length === 0}
            loading={invite.isPending}
          >
            {t('surveys.makeLinks', { links: recipients.length })}
          </Button>
        </Group>
        {invite.data && <Links name={survey.name} invitations={invite.data} />}
      </Stack>
    </Panel>
  );
}

const shown = 5;

function Links({ name, invitations }: { name: string; invitations: SurveyInvitation[] }) {
  const { t } = useTranslation();
  const download = () => {
    const address = URL.createObjectURL(
      new Blob(
        [invitationsCsv(invitations, [t('surveys.customer'), t('surveys.segment'), t('surveys.link')])],
        {
          type: 'text/csv',
        },
      ),
    );
    const link = document.createElement('a');
    link.href = address;
    link.download = `${name}.csv`;
    link.click();
    URL.revokeObjectURL(address);
  };
  return (
    <Stack gap="xs" role="status">
      <Alert color="teal">{t('surveys.linksOnce', { links: invitations.length })}</Alert>
      <Group>
        <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />} onClick={download}>
          {t('surveys.downloadLinks')}
        </Button>
      </Group>
      {invitations.slice(0, shown).map(({ url, customer }) => (
        <div key={url}>
          {customer && <Text size="sm">{customer}</Text>}
          <Snippet text={url} />
        </div>
      ))}
      {invitations.length > shown && (
        <Text size="sm" c="dimmed">
          {t('surveys.moreLinks', { links: invitations.length - shown })}
        </Text>
      )}
    </Stack>
  );
}
