import { expect, it } from 'vitest';
import { headersOf } from './headers';

it('reads headers as they are pasted, colons in values included, and passes over what is none', () => {
  expect(headersOf('X-Voc-Timestamp: 17\n\n no header \nX-Signature:v1,a:b=\nEmpty:')).toEqual({
    'X-Voc-Timestamp': '17',
    'X-Signature': 'v1,a:b=',
  });
  expect(headersOf('  \n')).toBeNull();
});
