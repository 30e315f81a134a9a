import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { open } from '../test/render';
import { someIssue } from '../test/samples';
import { IssueEffect } from './IssueEffect';
import { IssueRow } from './IssueRow';

test('what fell silent says so beside how grave it is, and what rises does not', () => {
  open(
    <>
      <IssueRow
        issue={someIssue(1, { kind: 'silence', title: 'フォーム：3日前から届いていません', count: 0 })}
      />
      <IssueRow issue={someIssue(2)} />
    </>,
  );
  const [silent, rising] = screen.getAllByRole('link');
  expect(silent).toHaveTextContent('途絶');
  expect(rising).not.toHaveTextContent('途絶');
});

test('what arrives again has no effect of a fix to measure, and what rose and was fixed has', () => {
  open(<IssueEffect issue={{ kind: 'silence', state: 'fixed', effect: null }} />);
  expect(screen.queryByText('修正の効果')).not.toBeInTheDocument();

  open(<IssueEffect issue={{ kind: 'rise', state: 'fixed', effect: null }} />);
  expect(screen.getByText('修正の効果')).toBeInTheDocument();
});
