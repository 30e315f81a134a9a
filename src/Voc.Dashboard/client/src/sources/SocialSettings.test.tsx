import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import type { PlatformKind, SocialPreview } from '../api/types';
import { open, serve } from '../test/render';
import { SocialSettings } from './SocialSettings';
import { emptySocial } from './socialSettings';
import { platformKinds } from './sourceSettings';

const secrets: Record<PlatformKind, string> = {
  bluesky: 'アプリパスワード（ハンドルを入れたとき）',
  mastodon: 'アクセストークン（任意。リアルタイム受信には必要）',
  x: 'Bearer Token',
  youtube: 'API キー',
  line: 'チャネルシークレット',
};

function Form({ kind }: { kind: PlatformKind }) {
  const [draft, setDraft] = useState(emptySocial);
  return (
    <SocialSettings
      kind={kind}
      draft={draft}
      change={(part) => setDraft((before) => ({ ...before, ...part }))}
      schedule="60"
      changeSchedule={() => undefined}
    />
  );
}

describe('The settings of a platform', () => {
  it.each(platformKinds)('ask for what %s needs', (kind) => {
    open(<Form kind={kind} />);
    expect(screen.getByLabelText(new RegExp(secrets[kind].replaceAll(/[（）。]/g, '.')))).toBeVisible();
    expect(screen.queryByRole('button', { name: '接続を試す' }) !== null).toBe(kind !== 'line');
    expect(screen.queryByLabelText('取得の間隔（分）') !== null).toBe(kind !== 'line');
  });

  it('show what would be collected, and what is wrong, before anything is stored', async () => {
    const preview: SocialPreview = {
      items: [{ text: '蓋が閉まらない', occurredAt: '2026-11-22T03:00:00Z', author: 'c-1', language: 'ja' }],
      read: 3,
      passedOver: 2,
      problems: ['星空: 混雑しています'],
    };
    serve({ 'POST /sources/social-preview': () => Response.json(preview) });
    open(<Form kind="bluesky" />);
    await userEvent.type(screen.getByLabelText(/集める言葉/), 'ホシゾラ');
    await userEvent.click(screen.getByRole('button', { name: '接続を試す' }));

    expect(await screen.findByText('蓋が閉まらない')).toBeVisible();
    expect(screen.getByText('3 件を読み、1 件が対象、2 件は対象外でした')).toBeVisible();
    expect(screen.getByText('星空: 混雑しています')).toBeVisible();
  });
});
