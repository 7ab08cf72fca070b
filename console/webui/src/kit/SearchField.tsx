import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

const PAUSE = 250;
/** What it searches is said in it, and is to be read whole. */
const ROOMY = 236;

interface Props {
  label: string;
  value: string;
  onSearch: (text: string) => void;
  className?: string | undefined;
}

/** Searches while somebody types, once a pause is made; never in the middle of a conversion to kanji. */
export function SearchField({ label, value, onSearch, className }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState(value);
  const [given, setGiven] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // The address changed from elsewhere: back button, saved view.
  if (given !== value) {
    setGiven(value);
    setText(value);
  }
  useEffect(() => () => clearTimeout(timer.current), []);

  function later(next: string): void {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      if (next.trim() !== value) {
        onSearch(next.trim());
      }
    }, PAUSE);
  }

  return (
    <TextInput
      className={className ?? ''}
      type="search"
      size="xs"
      {...(className === undefined ? { miw: ROOMY } : {})}
      aria-label={label}
      placeholder={label}
      value={text}
      leftSection={<IconSearch size={16} />}
      rightSection={
        text !== '' && (
          <CloseButton
            size="xs"
            aria-label={t('table.clearFilters')}
            onClick={() => {
              setText('');
              clearTimeout(timer.current);
              onSearch('');
            }}
          />
        )
      }
      onChange={(event) => {
        setText(event.currentTarget.value);
        if (!(event.nativeEvent as InputEvent).isComposing) {
          later(event.currentTarget.value);
        }
      }}
      onCompositionEnd={(event) => later(event.currentTarget.value)}
    />
  );
}
