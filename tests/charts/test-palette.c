/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Fills that can stand in one chart must stay apart for every reader: as seen with each kind of colour
 * blindness (the matrices of Machado, Oliveira and Fernandes, 2009, at full strength, in linear light),
 * and in grey. Distances are those of CIE L*a*b* (1976, D65).
 */
#include <math.h>
#include <string.h>

#include "charts/jkb-chart-draw.h"

#define DISTANCE_MIN 15.0
#define LIGHTNESS_MIN 10.0
/* A word on a background: the contrast that WCAG 2.1 asks of text (1.4.3) and of graphics (1.4.11). */
#define TEXT_CONTRAST_MIN 4.5
#define MARK_CONTRAST_MIN 3.0

typedef struct
{
  double v[3];
} Colour;

typedef double Matrix[3][3];

static const Matrix sight[] = {
  { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
  { { 0.152286, 1.052583, -0.204868 }, { 0.114503, 0.786281, 0.099216 }, { -0.003882, -0.048116, 1.051998 } },
  { { 0.367322, 0.860646, -0.227968 }, { 0.280085, 0.672501, 0.047413 }, { -0.011820, 0.042940, 0.968881 } },
  { { 1.255528, -0.076749, -0.178779 }, { -0.078411, 0.930809, 0.147602 }, { 0.004733, 0.691367, 0.303900 } },
};
static const char *const sight_names[] = { "plain", "protanopia", "deuteranopia", "tritanopia" };

static const Matrix to_xyz
    = { { 0.4124564, 0.3575761, 0.1804375 }, { 0.2126729, 0.7151522, 0.0721750 }, { 0.0193339, 0.1191920, 0.9503041 } };

static const JkbChartPalette *const palettes[]
    = { &jkb_chart_palette_light, &jkb_chart_palette_dark, &jkb_chart_palette_print };
static const char *const palette_names[] = { "light", "dark", "print" };

/* What stands in one bar or column. */
static const int statuses[] = { JKB_FILL_CONFIRMED, JKB_FILL_POSSIBLE, JKB_FILL_NONE, JKB_FILL_UNKNOWN };
static const int over_time[] = { JKB_FILL_FREE, JKB_FILL_FREE + 1, JKB_FILL_FREE + 2, JKB_FILL_FREE + 3,
                                 JKB_FILL_PLAIN };

static Colour
apply (const Matrix matrix, Colour colour)
{
  Colour result = { { 0 } };

  for (int i = 0; i < 3; i++)
    for (int j = 0; j < 3; j++)
      result.v[i] += matrix[i][j] * colour.v[j];
  for (int i = 0; i < 3; i++)
    result.v[i] = CLAMP (result.v[i], 0, 1);
  return result;
}

static double
to_linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static Colour
linear (const JkbChartColour *colour)
{
  return (Colour){ { to_linear (colour->red), to_linear (colour->green), to_linear (colour->blue) } };
}

static double
bend (double t)
{
  return t > 0.008856 ? cbrt (t) : 7.787 * t + 16.0 / 116.0;
}

static Colour
to_lab (Colour light)
{
  Colour xyz = { { 0 } };
  double x, y, z;

  for (int i = 0; i < 3; i++)
    for (int j = 0; j < 3; j++)
      xyz.v[i] += to_xyz[i][j] * light.v[j];
  x = bend (xyz.v[0] / 0.95047);
  y = bend (xyz.v[1]);
  z = bend (xyz.v[2] / 1.08883);
  return (Colour){ { 116 * y - 16, 500 * (x - y), 200 * (y - z) } };
}

static double
measure (Colour a, Colour b)
{
  return sqrt (pow (a.v[0] - b.v[0], 2) + pow (a.v[1] - b.v[1], 2) + pow (a.v[2] - b.v[2], 2));
}

static void
assert_apart (gsize palette, int one, int other)
{
  Colour a = linear (&palettes[palette]->fills[one]), b = linear (&palettes[palette]->fills[other]);

  for (gsize i = 0; i < G_N_ELEMENTS (sight); i++)
    {
      double distance = measure (to_lab (apply (sight[i], a)), to_lab (apply (sight[i], b)));

      if (distance < DISTANCE_MIN)
        g_error ("%s, %s: fills %d and %d are %.1f apart", palette_names[palette], sight_names[i], one,
                 other, distance);
    }
  g_assert_cmpfloat (fabs (to_lab (a).v[0] - to_lab (b).v[0]), >=, LIGHTNESS_MIN);
}

static void
assert_all_apart (gsize palette, const int *fills, gsize n_fills)
{
  for (gsize i = 0; i < n_fills; i++)
    for (gsize j = i + 1; j < n_fills; j++)
      assert_apart (palette, fills[i], fills[j]);
}

static void
test_fills (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (palettes); i++)
    {
      assert_all_apart (i, statuses, G_N_ELEMENTS (statuses));
      assert_all_apart (i, over_time, G_N_ELEMENTS (over_time));
    }
}

static double
get_luminance (const JkbChartColour *colour)
{
  Colour light = linear (colour);

  return to_xyz[1][0] * light.v[0] + to_xyz[1][1] * light.v[1] + to_xyz[1][2] * light.v[2];
}

static double
get_contrast (const JkbChartColour *one, const JkbChartColour *other)
{
  double a = get_luminance (one), b = get_luminance (other);

  return (MAX (a, b) + 0.05) / (MIN (a, b) + 0.05);
}

static void
test_words (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (palettes); i++)
    {
      const JkbChartPalette *palette = palettes[i];

      g_assert_cmpfloat (get_contrast (&palette->text, &palette->background), >=, TEXT_CONTRAST_MIN);
      g_assert_cmpfloat (get_contrast (&palette->dim_text, &palette->background), >=, TEXT_CONTRAST_MIN);
      g_assert_cmpfloat (get_contrast (&palette->axis, &palette->background), >=, MARK_CONTRAST_MIN);
      g_assert_cmpfloat (get_contrast (&palette->cursor, &palette->background), >=, MARK_CONTRAST_MIN);
      g_assert_cmpfloat (get_contrast (&palette->marker, &palette->background), >=, MARK_CONTRAST_MIN);
    }
}

/* The heat map goes one way in lightness, whatever else is seen of its colours. */
static void
test_heat (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (palettes); i++)
    for (gsize k = 0; k < G_N_ELEMENTS (sight); k++)
      {
        Colour low = to_lab (apply (sight[k], linear (&palettes[i]->heat_low)));
        Colour high = to_lab (apply (sight[k], linear (&palettes[i]->heat_high)));

        g_assert_cmpfloat (fabs (high.v[0] - low.v[0]), >=, 4 * LIGHTNESS_MIN);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/palette/fills", test_fills);
  g_test_add_func ("/charts/palette/words", test_words);
  g_test_add_func ("/charts/palette/heat", test_heat);
  return g_test_run ();
}
