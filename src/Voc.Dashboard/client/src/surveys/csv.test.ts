import { expect, it } from 'vitest';
import { invitationsCsv } from './csv';

it('writes links for Excel, and no customer becomes a formula', () => {
  expect(
    invitationsCsv(
      [
        { customer: '=1+1', segment: '法"人"', url: 'https://voc.example/s/k?t=1' },
        { customer: null, segment: null, url: 'https://voc.example/s/k?t=2' },
      ],
      ['お客様', 'セグメント', 'リンク'],
    ),
  ).toBe(
    '\uFEFF"お客様","セグメント","リンク"\r\n"\'=1+1","法""人""","https://voc.example/s/k?t=1"\r\n"","","https://voc.example/s/k?t=2"\r\n',
  );
});
