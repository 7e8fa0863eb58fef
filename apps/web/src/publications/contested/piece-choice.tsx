import { Checkbox, TextInput } from '@mantine/core';
import type { Contested } from '@servanda/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

type Piece = Contested['releases'][number]['pieces'][number];
interface PieceChoiceProps {
  pieces: readonly Piece[];
  /** What was asked about: pieces that the release cites for it come first. */
  element: string;
  citation: string;
  chosen: readonly number[];
  choose: (refs: number[]) => void;
}
/** From so many pieces on they are searched. */
const many = 8;

/** Pieces of a release to answer with, found by words of their titles. What is chosen stays in sight. */
export function PieceChoice({ pieces, element, citation, chosen, choose }: PieceChoiceProps) {
  const { t } = useTranslation(['statements']);
  const [sought, setSought] = useState('');
  const words = sought.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = pieces.filter(({ ref, title }) => chosen.includes(ref) || words.every((word) => title.toLowerCase().includes(word)));
  const isCited = ({ elements }: Piece) => elements.includes(element);
  const cited = shown.filter(isCited);
  const others = shown.filter((piece) => !isCited(piece));
  const list = (some: readonly Piece[]) => some.map(({ ref, title }) => <Checkbox key={ref} value={String(ref)} label={<bdi>{title}</bdi>} mt={6} />);
  return (
    <>
      {pieces.length >= many ? (
        <TextInput
          type="search"
          label={t('statements:answer.find')}
          value={sought}
          onChange={({ currentTarget }) => setSought(currentTarget.value)}
          dir="auto"
        />
      ) : null}
      <Checkbox.Group
        label={t('statements:answer.pieces')}
        description={pieces.length === 0 ? t('statements:answer.noPieces') : undefined}
        value={chosen.map(String)}
        onChange={(refs) => choose(refs.map(Number))}
      >
        {cited.length > 0 ? <p className="said-group">{t('statements:answer.cited', { citation })}</p> : null}
        {list(cited)}
        {cited.length > 0 && others.length > 0 ? <p className="said-group">{t('statements:answer.others')}</p> : null}
        {list(others)}
      </Checkbox.Group>
      {pieces.length > 0 && shown.length === 0 ? (
        <p role="status" className="soft">
          {t('statements:answer.noneFound')}
        </p>
      ) : null}
    </>
  );
}
