import { TextInput } from '@mantine/core';
import { useState } from 'react';
import classes from './Controls.module.css';

interface Props {
  label: string;
  placeholder: string;
  value: string;
  choose: (value: string) => void;
}

/** A word or query that is asked for on Enter or when the field is left. */
export function QueryField({ label, placeholder, value, choose }: Props) {
  const [text, setText] = useState(value);
  const [shown, setShown] = useState(value);
  if (shown !== value) {
    setShown(value);
    setText(value);
  }
  const ask = () => {
    if (text.trim() !== value) choose(text.trim());
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        ask();
      }}
    >
      <TextInput
        size="xs"
        w="14rem"
        maw="100%"
        label={label}
        classNames={{ label: classes.label }}
        placeholder={placeholder}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onBlur={ask}
        maxLength={500}
        spellCheck={false}
      />
    </form>
  );
}
