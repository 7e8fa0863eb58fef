import { type CSSVariablesResolver, createTheme, defaultVariantColorsResolver, type MantineColorsTuple } from '@mantine/core';

/** Ink blue: the one accent. It never says anything about a verdict. */
const ink: MantineColorsTuple = ['#eef3fa', '#dbe5f2', '#b9cce5', '#93b0d6', '#7096c6', '#4f7cb3', '#356399', '#254f82', '#1d4170', '#15325a'];
/** Warm greys of paper and print. */
const gray: MantineColorsTuple = ['#faf9f6', '#f3f1ec', '#e6e3db', '#d6d2c7', '#b9b4a7', '#8b867a', '#6a665c', '#504d45', '#37352f', '#22211d'];
const dark: MantineColorsTuple = ['#e8e5dd', '#c4c1b8', '#a3a097', '#7d7b74', '#4b4c4e', '#36383b', '#2a2c2f', '#1c1e21', '#161719', '#101113'];

export const theme = createTheme({
  primaryColor: 'ink',
  primaryShade: { light: 8, dark: 2 },
  autoContrast: true,
  // The accent is deep by day and pale by night: what stands on it takes the colour of the paper.
  variantColorResolver: (input) => {
    const colors = defaultVariantColorsResolver(input);
    return input.variant === 'filled' ? { ...colors, color: 'var(--paper)' } : colors;
  },
  colors: { ink, gray, dark },
  black: '#22211d',
  fontFamily: 'var(--font-sans)',
  headings: {
    fontFamily: 'var(--font-serif)',
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.75rem', lineHeight: '1.25' },
      h2: { fontSize: '1.3125rem', lineHeight: '1.3' },
      h3: { fontSize: '1.0625rem', lineHeight: '1.4' },
      h4: { fontSize: '0.9375rem', lineHeight: '1.4' },
    },
  },
  fontSizes: { xs: '0.8125rem', sm: '0.9375rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.3125rem' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  defaultRadius: 'xs',
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  components: {
    Anchor: { defaultProps: { underline: 'always' } },
    // The head of a dialog is no banner of the page.
    Modal: { defaultProps: { transitionProps: { duration: 100 }, yOffset: '8vh', attributes: { header: { role: 'none' } } } },
    Drawer: { defaultProps: { transitionProps: { duration: 100 }, attributes: { header: { role: 'none' } } } },
    Popover: { defaultProps: { transitionProps: { duration: 80 } } },
    Tooltip: { defaultProps: { transitionProps: { duration: 80 }, openDelay: 300, events: { hover: true, focus: true, touch: true } } },
  },
});

/** Paper by day, graphite by night. Everything else takes its colours from here and from `theme.css`. */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    // On paper the library's red is a shade too pale to read.
    '--mantine-color-red-filled': 'var(--mantine-color-red-9)',
    '--mantine-color-red-filled-hover': 'var(--mantine-color-red-9)',
    '--mantine-color-red-outline': 'var(--mantine-color-red-9)',
    '--mantine-color-body': '#fcfbf8',
    '--mantine-color-text': '#22211d',
    '--mantine-color-dimmed': '#625e54',
    '--mantine-color-placeholder': '#6e6a5f',
    '--mantine-color-anchor': '#1d4170',
    '--mantine-color-error': '#a82a12',
    '--mantine-color-default-border': '#8b867a',
  },
  dark: {
    '--mantine-color-body': '#161719',
    '--mantine-color-text': '#e8e5dd',
    '--mantine-color-dimmed': '#a9a69d',
    '--mantine-color-placeholder': '#98958c',
    '--mantine-color-anchor': '#a9c3e6',
    '--mantine-color-error': '#ff9a82',
    '--mantine-color-default-border': '#7d7b74',
  },
});
