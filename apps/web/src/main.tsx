import './platform/theme.css';
import './platform/components.css';
import './platform/table/table.css';
import './platform/print.css';
import { DirectionProvider, localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { onOtherTab } from './people/organisation/other-tabs.ts';
import { sessionQuery } from './people/session.ts';
import { startWords } from './platform/i18n.ts';
import { newClient } from './platform/queries.ts';
import { directionOf, useLanguage } from './platform/settings.ts';
import { theme, variables } from './platform/theme.ts';
import { newRouter } from './routes.tsx';

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
// The style that keeps the page still behind a dialog is made by a package that looks for its nonce under this name.
Reflect.set(globalThis, '__webpack_nonce__', nonce);
const schemes = localStorageColorSchemeManager({ key: 'servanda:scheme' });

const client = newClient({
  // The session ended while somebody was reading: the sign-in page comes, and returns here.
  onSignedOut: () => {
    client.setQueryData(sessionQuery.queryKey, null);
    void router.invalidate();
  },
});
const router = newRouter(client);

// Every tab shares the cookie: another one has changed the organisation, so that nothing here is this one's any more. Drafts stay on the device.
onOtherTab(() => location.assign('/'));

function App() {
  const language = useLanguage();
  return (
    <DirectionProvider key={language} initialDirection={directionOf(language)} detectDirection={false}>
      <MantineProvider theme={theme} cssVariablesResolver={variables} colorSchemeManager={schemes} defaultColorScheme="auto" getStyleNonce={() => nonce}>
        <QueryClientProvider client={client}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </MantineProvider>
    </DirectionProvider>
  );
}

const place = document.getElementById('root');
if (!place) throw new Error('index.html has no #root');
void startWords().then(() =>
  createRoot(place).render(
    <StrictMode>
      <App />
    </StrictMode>,
  ),
);
