import { Group, Text } from '@mantine/core';

export function Brand({ company }: { company?: string }) {
  return (
    <Group gap={10} wrap="nowrap">
      <img src="/favicon.svg" alt="" width={28} height={28} />
      <div>
        <Text fw={750} fz="lg" lh={1.1} lts="0.02em">
          Voc
        </Text>
        {company && (
          <Text fz={11} c="dimmed" lh={1.2} truncate>
            {company}
          </Text>
        )}
      </div>
    </Group>
  );
}
