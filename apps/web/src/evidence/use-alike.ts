import { useDebouncedValue } from '@mantine/hooks';
import { type AlikePiece, contract } from '@servanda/contract';
import { useQuery } from '@tanstack/react-query';
import { call } from '../platform/api.ts';

/** Letters from which on a title says enough to be looked for. */
const least = 6;
const none: readonly AlikePiece[] = [];

/** What in the library looks like a piece of this title; asked when the writer pauses. */
export function useAlike(dossier: string, typed: string): readonly AlikePiece[] {
  const [title] = useDebouncedValue(typed.trim(), 400);
  const { data } = useQuery({
    queryKey: [contract.evidence.alike.name, dossier, title],
    queryFn: ({ signal }) => call(contract.evidence.alike, { params: { id: dossier }, body: { pieces: [{ title }] } }, { signal }),
    enabled: title.length >= least && title.length <= 300,
    retry: false,
  });
  return data?.items[0] ?? none;
}
