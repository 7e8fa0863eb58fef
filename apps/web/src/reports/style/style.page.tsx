import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Page } from '../../platform/shell/page.tsx';
import { LogoPart } from './logo-part.tsx';
import { styleOf } from './style.needs.ts';
import { StyleForm } from './style-form.tsx';
import './style.css';

/** How documents look: name, colour, paper, logo. */
export function StylePage() {
  const { t } = useTranslation(['style']);
  const { data: style } = useSuspenseQuery(styleOf());
  return (
    <Page title={t('style:title')} lead={t('style:lead')}>
      {/* Another logo changes the number alone: what is typed beside it stays. */}
      <StyleForm key={[style.name, style.colour, style.paper].join()} style={style}>
        <LogoPart style={style} />
      </StyleForm>
    </Page>
  );
}
