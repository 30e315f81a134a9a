import { useComputedColorScheme } from '@mantine/core';
import { palette, type Palette } from '../app/palette';

export const usePalette = (): Palette => palette[useComputedColorScheme('light')];
