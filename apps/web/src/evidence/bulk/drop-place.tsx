import { Button } from '@mantine/core';
import type { May } from '@servanda/contract';
import { IconUpload } from '@tabler/icons-react';
import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { Allowed } from '../../platform/form/allowed.tsx';
import '../piece.css';

interface DropPlaceProps {
  may: May;
  accept: string;
  multiple?: boolean;
  /** On the button, and the name of the place. */
  choose: string;
  drop: string;
  isBusy?: boolean;
  onFiles: (files: File[]) => void;
  children?: ReactNode;
}

/** Where files are dropped or chosen. */
export function DropPlace({ may, accept, multiple = false, choose, drop, isBusy = false, onFiles, children }: DropPlaceProps) {
  const [isOver, setOver] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  const take = (files: FileList | null) => {
    const taken = [...(files ?? [])];
    if (may.allowed && taken.length) onFiles(multiple ? taken : taken.slice(0, 1));
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  const onDragOver = (event: DragEvent) => {
    event.preventDefault();
    setOver(may.allowed);
  };
  return (
    <section
      aria-label={choose}
      className="uploader no-print"
      data-over={isOver ? '' : undefined}
      onDragOver={onDragOver}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      {children}
      <div className="uploader-acts">
        <Allowed may={may}>
          {(refused) => (
            <Button variant="default" leftSection={<IconUpload size={16} aria-hidden />} loading={isBusy} onClick={() => chooser.current?.click()} {...refused}>
              {choose}
            </Button>
          )}
        </Allowed>
        {may.allowed ? <span className="soft">{drop}</span> : null}
      </div>
      <input
        ref={chooser}
        type="file"
        multiple={multiple}
        hidden
        accept={accept}
        aria-label={choose}
        onChange={(event) => {
          take(event.currentTarget.files);
          event.currentTarget.value = '';
        }}
      />
    </section>
  );
}
