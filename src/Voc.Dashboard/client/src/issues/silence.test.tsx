import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { open } from '../test/render';
import { someIssue } from '../test/samples';
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
