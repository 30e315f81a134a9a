import { bridgeAddress, registeredAddress } from './bridgeSettings';
import { describe, expect, it } from 'vitest';
import { socialDraftOf } from './socialSettings';
import {
  changedForm,
  embedSnippet,
  emptyDraft,
  emptyProfile,
  fetchedDraftOf,
  fetchedSettings,
  formDraftOf,
  newSourceOf,
  originsOf,
} from './sourceSettings';

describe('A new source', () => {
  it('of a form has its origins one by one, without slashes at the end', () => {
    expect(originsOf(' https://shop.example.jp/\n\nhttps://www.example.jp , http://localhost:3000 ')).toEqual(
      ['https://shop.example.jp', 'https://www.example.jp', 'http://localhost:3000'],
    );
    const { settings } = newSourceOf({
      ...emptyDraft,
      name: ' 問い合わせ ',
      origins: 'https://shop.example.jp/',
    });
    expect(settings).toMatchObject({
      allowedOrigins: ['https://shop.example.jp'],
      fields: [
        { name: 'message', kind: 'message', required: true },
        { name: 'product', kind: 'product' },
      ],
    });
  });

  it('of a review page has a profile only where one was filled in', () => {
    const draft = {
      ...emptyDraft,
      kind: 'review-page' as const,
      channel: 'review' as const,
      url: 'https://r.example.jp/1',
    };
    expect(newSourceOf({ ...draft, schedule: '' })).toMatchObject({
      schedule: null,
      settings: { url: 'https://r.example.jp/1' },
    });
    const withProfile = newSourceOf({ ...draft, profile: { ...emptyProfile, item: '.review', text: ' ' } });
    expect(withProfile.settings.profile).toEqual({ item: '.review' });
    expect(withProfile.schedule).toBe(60);
  });

  it('of a form in use keeps its fields and takes what was changed', () => {
    const fields = [{ name: 'inquiry', kind: 'message' }];
    const before = { fields, allowedOrigins: ['https://a.example'], thanks: null };
    const draft = formDraftOf(before);
    expect(draft).toMatchObject({ origins: 'https://a.example', work: 'off', thanksJa: emptyDraft.thanksJa });
    expect({
      ...before,
      ...changedForm({ ...draft, work: 'light', origins: 'https://a.example\nhttps://b.example/' }),
    }).toEqual({
      fields,
      allowedOrigins: ['https://a.example', 'https://b.example'],
      thanks: { ja: emptyDraft.thanksJa, en: emptyDraft.thanksEn },
      proofOfWork: 'light',
    });
  });

  it('of review pages names a sitemap where there is one, and loses it when it is emptied', () => {
    const draft = {
      ...emptyDraft,
      kind: 'review-page' as const,
      url: 'https://a.example/items/*/reviews$',
      sitemap: ' https://a.example/sitemap.xml ',
    };
    const { settings } = newSourceOf(draft);
    expect(settings).toEqual({ url: draft.url, sitemap: 'https://a.example/sitemap.xml' });
    const before = { ...settings, maximumPages: 20 };
    expect(fetchedDraftOf({ settings: before, schedule: 60 }, 'review-page').sitemap).toBe(
      'https://a.example/sitemap.xml',
    );
    expect(fetchedSettings(before, { ...draft, sitemap: '' })).toEqual({ url: draft.url, maximumPages: 20 });
  });

  it('of a form is embedded by one script', () => {
    expect(embedSnippet('https://voc.example.jp', 'f_1')).toBe(
      '<script src="https://voc.example.jp/forms/f_1.js" async></script>',
    );
  });

  it('of a platform has only what the platform has and what was filled in', () => {
    const social = {
      ...emptyDraft.social,
      words: '#ホシゾラ\nホシゾラ 炊飯器、星空',
      address: 'https://social.example',
      isStreamed: true,
      secret: ' token ',
    };
    const draft = { ...emptyDraft, kind: 'mastodon' as const, channel: 'social' as const, social };
    expect(newSourceOf(draft)).toMatchObject({ secret: 'token', schedule: 60 });
    expect(newSourceOf(draft).settings).toEqual({
      words: ['#ホシゾラ', 'ホシゾラ 炊飯器', '星空'],
      language: 'ja',
      address: 'https://social.example',
      stream: true,
    });
    const line = newSourceOf({ ...draft, kind: 'line' });
    expect(line).toMatchObject({ schedule: null, settings: { language: 'ja' } });
    expect(socialDraftOf(newSourceOf(draft).settings)).toEqual({
      ...social,
      secret: '',
      words: '#ホシゾラ\nホシゾラ 炊飯器\n星空',
    });
  });
});

describe('A source that is fetched', () => {
  const settings = { url: 'https://r.example.jp/1', maximumPages: 3, profile: { item: '.r', text: 'p' } };

  it('is shown as it is and unchanged where nothing is edited', () => {
    const draft = fetchedDraftOf({ settings, schedule: 90 }, 'review-page');
    expect(draft).toMatchObject({
      url: 'https://r.example.jp/1',
      schedule: '90',
      profile: { item: '.r', text: 'p', date: '' },
    });
    expect(fetchedSettings(settings, draft)).toEqual(settings);
    expect(
      fetchedDraftOf(
        { settings: { url: 'https://a.example.jp', profile: null }, schedule: null },
        'review-page',
      ),
    ).toMatchObject({
      schedule: '',
      profile: emptyProfile,
    });
  });

  it('keeps what the form does not show and loses the profile that was emptied', () => {
    const draft = fetchedDraftOf({ settings, schedule: null }, 'review-page');
    expect(
      fetchedSettings(settings, { ...draft, url: ' https://r.example.jp/2 ', profile: emptyProfile }),
    ).toEqual({
      url: 'https://r.example.jp/2',
      maximumPages: 3,
    });
  });
});

describe('A source of mails', () => {
  it('without a provider is for files, and with one has its name and secret', () => {
    const mail = { ...emptyDraft, name: 'メール', kind: 'mail' as const, channel: 'contact-form' as const };
    expect(newSourceOf(mail)).toMatchObject({ kind: 'mail', settings: {}, secret: null });
    const bridge = { ...emptyDraft.bridge, provider: 'mailgun', secret: ' key-1 ' };
    expect(newSourceOf({ ...mail, bridge })).toMatchObject({
      settings: { provider: 'mailgun' },
      secret: 'key-1',
    });
  });

  it('is registered with its secret only where the provider signs nothing', () => {
    const source = { kind: 'mail' as const, publicKey: 'k', settings: { provider: 'sendgrid' } };
    expect(registeredAddress('https://voc', source, 's')).toBe('https://voc/hooks/mail/k?secret=s');
    expect(
      registeredAddress('https://voc', { ...source, settings: { provider: 'mailgun' } }, 's'),
    ).toBeNull();
    expect(bridgeAddress('https://voc', { kind: 'mail', publicKey: null })).toBeNull();
  });
});

describe('A source of survey responses', () => {
  it('names questions by lines of identifier and name', () => {
    const bridge = {
      ...emptyDraft.bridge,
      provider: 'typeform',
      names: 'q1 = nps\n\nq2=満足度\nnothing',
      customer: ' 会員番号 ',
    };
    const draft = {
      ...emptyDraft,
      name: '回答',
      kind: 'survey-hook' as const,
      channel: 'survey' as const,
      bridge,
    };
    expect(newSourceOf(draft).settings).toEqual({
      provider: 'typeform',
      names: { q1: 'nps', q2: '満足度' },
      customer: '会員番号',
    });
  });
});
