/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Fills are told apart without colour by their pattern (jkb-chart-draw.c) and differ in lightness, so
 * that they also stay apart for colour-blind readers and in grey; tests/charts/test-palette.c says by
 * how much.
 */
#include "charts/jkb-chart-draw.h"

#define RGBA(hex, opacity)                                                                         \
  {                                                                                                \
    ((hex) >> 16 & 0xff) / 255.0, ((hex) >> 8 & 0xff) / 255.0, ((hex) & 0xff) / 255.0, (opacity)   \
  }
#define RGB(hex) RGBA (hex, 1.0)

const JkbChartPalette jkb_chart_palette_light = {
  .background = RGB (0xffffff),
  .text = RGB (0x1e1e1e),
  .dim_text = RGB (0x5e5c64),
  .grid = RGB (0xdeddda),
  .axis = RGB (0x77767b),
  .marker = RGB (0x613583),
  .cursor = RGB (0x1c71d8),
  .fills = {
    [JKB_FILL_PLAIN] = RGB (0x3584e4),
    [JKB_FILL_CONFIRMED] = RGB (0xb3400a),
    [JKB_FILL_POSSIBLE] = RGB (0xf4b73c),
    [JKB_FILL_NONE] = RGB (0x45a884),
    [JKB_FILL_UNKNOWN] = RGB (0xe6e4e0),
    [JKB_FILL_FREE] = RGB (0x813d9c),
    [JKB_FILL_FREE + 1] = RGB (0xf5c211),
    [JKB_FILL_FREE + 2] = RGB (0x30b97a),
    [JKB_FILL_FREE + 3] = RGB (0x43281a),
  },
  .ink = RGBA (0x000000, 0.42),
  .heat_low = RGB (0xdcebfb),
  .heat_high = RGB (0x123f7a),
};

const JkbChartPalette jkb_chart_palette_dark = {
  .background = RGB (0x242424),
  .text = RGB (0xf6f5f4),
  .dim_text = RGB (0xc0bfbc),
  .grid = RGB (0x464646),
  .axis = RGB (0x9a9996),
  .marker = RGB (0xdc8add),
  .cursor = RGB (0x78aeed),
  .fills = {
    [JKB_FILL_PLAIN] = RGB (0x62a0ea),
    [JKB_FILL_CONFIRMED] = RGB (0xd9540a),
    [JKB_FILL_POSSIBLE] = RGB (0xf8c95f),
    [JKB_FILL_NONE] = RGB (0x57b894),
    [JKB_FILL_UNKNOWN] = RGB (0x5e5c64),
    [JKB_FILL_FREE] = RGB (0xa347ba),
    [JKB_FILL_FREE + 1] = RGB (0xeeb020),
    [JKB_FILL_FREE + 2] = RGB (0x8ff0a4),
    [JKB_FILL_FREE + 3] = RGB (0xfffaf0),
  },
  .ink = RGBA (0x000000, 0.55),
  .heat_low = RGB (0x2b3b52),
  .heat_high = RGB (0x99c1f1),
};

const JkbChartPalette jkb_chart_palette_print = {
  .background = RGB (0xffffff),
  .text = RGB (0x000000),
  .dim_text = RGB (0x404040),
  .grid = RGB (0xd0d0d0),
  .axis = RGB (0x404040),
  .marker = RGB (0x000000),
  .cursor = RGB (0x000000),
  .fills = {
    [JKB_FILL_PLAIN] = RGB (0x808080),
    [JKB_FILL_CONFIRMED] = RGB (0x404040),
    [JKB_FILL_POSSIBLE] = RGB (0xa0a0a0),
    [JKB_FILL_NONE] = RGB (0xd0d0d0),
    [JKB_FILL_UNKNOWN] = RGB (0xffffff),
    [JKB_FILL_FREE] = RGB (0x505050),
    [JKB_FILL_FREE + 1] = RGB (0xacacac),
    [JKB_FILL_FREE + 2] = RGB (0xd8d8d8),
    [JKB_FILL_FREE + 3] = RGB (0x101010),
  },
  .ink = RGBA (0x000000, 0.7),
  .heat_low = RGB (0xf0f0f0),
  .heat_high = RGB (0x303030),
};
