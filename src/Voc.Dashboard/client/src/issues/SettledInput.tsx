import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';

interface Props extends Omit<TextInputProps, 'value' | 'onChange'> {
  value: string;
  /** Called when one leaves the field or presses Enter, where the value is another. */
  onSettled: (value: string) => void;
}

/** A field whose value counts once one is done with it; half a date or half an address is nothing yet. */
export function SettledInput({ value, onSettled, ...rest }: Props) {
  const [draft, setDraft] = useState<string>();
  const settle = () => {
    if (draft !== undefined && draft.trim() !== value) onSettled(draft.trim());
    setDraft(undefined);
  };
  return (
    <TextInput
      {...rest}
      value={draft ?? value}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={settle}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) settle();
        if (event.key === 'Escape') setDraft(undefined);
      }}
    />
  );
}
