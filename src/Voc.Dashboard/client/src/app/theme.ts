import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';
import { palette, paletteVariables } from './palette';

/** 藍 (ai), the blue of indigo-dyed cloth. */
const ai: MantineColorsTuple = [
  '#eef5f9',
  '#dbe8f0',
  '#b4cfdf',
  '#8ab5ce',
  '#689fbf',
  '#4f8fb5',
  '#2f7398',
  '#215f81',
  '#1b4b66',
  '#12384e',
];

/** Slate in place of Mantine's greys, which beside the indigo look brown. */
const dark: MantineColorsTuple = [
  '#dde5ec',
  '#b8c4ce',
  '#93a1ae',
  '#6b7a87',
  '#3c4a55',
  '#2b3740',
  '#1f2931',
  '#182027',
  '#11171c',
  '#0c1115',
];

const fontFamily =
  "'Noto Sans JP Variable', 'Hiragino Sans', 'Yu Gothic UI', 'Meiryo', system-ui, -apple-system, sans-serif";

export const theme = createTheme({
  colors: { ai, dark },
  primaryColor: 'ai',
  primaryShade: { light: 7, dark: 5 },
  autoContrast: true,
  fontFamily,
  fontFamilyMonospace: "ui-monospace, 'SF Mono', 'Cascadia Code', 'Noto Sans Mono', monospace",
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  lineHeights: { xs: '1.5', sm: '1.55', md: '1.65', lg: '1.65', xl: '1.6' },
  headings: {
    fontFamily,
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '1.25rem', lineHeight: '1.4' },
      h2: { fontSize: '1.0625rem', lineHeight: '1.45' },
      h3: { fontSize: '0.9375rem', lineHeight: '1.5' },
      h4: { fontSize: '0.875rem', lineHeight: '1.5' },
    },
  },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  focusRing: 'auto',
  components: {
    Card: { defaultProps: { padding: 'md', radius: 'md', withBorder: true } },
    Button: { defaultProps: { size: 'sm' } },
    Badge: {
      defaultProps: { variant: 'light', radius: 'sm', tt: 'none', fw: 550, fz: 11, miw: 'fit-content' },
    },
    TextInput: { defaultProps: { size: 'sm' } },
    Select: { defaultProps: { size: 'sm', checkIconPosition: 'right' } },
    Tooltip: { defaultProps: { openDelay: 300, withArrow: true } },
    Table: { defaultProps: { verticalSpacing: 'xs', horizontalSpacing: 'sm' } },
    Drawer: { defaultProps: { position: 'right' } },
  },
});

export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: paletteVariables(palette.light),
  dark: paletteVariables(palette.dark),
});
