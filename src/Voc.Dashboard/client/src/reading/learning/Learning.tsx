import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Failure, WaitingRows } from '../../app/States';
import { modelsQuery } from '../readingQueries';
import { Changes } from './Changes';
import { Corrections } from './Corrections';
import { Models } from './Models';
import { Relabel } from './Relabel';
import { Train } from './Train';

/** What corrections teach: a model that learns from them, its versions, and texts that are to be read anew. */
export function Learning() {
  const models = useQuery(modelsQuery);
  return (
    <Stack gap="md">
      <Relabel />
      {models.error && !models.data && <Failure error={models.error} retry={() => void models.refetch()} />}
      {models.isPending && <WaitingRows rows={4} />}
      {models.data && (
        <>
          <Train models={models.data} />
          <Models models={models.data} />
        </>
      )}
      <Corrections />
      <Changes />
    </Stack>
  );
}
