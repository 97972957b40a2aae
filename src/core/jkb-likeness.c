/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/jkb-likeness.h"

#include <string.h>

#include "core/jkb-normal.h"

#define N_LETTERS 6                     /* of a piece */

static guint32
mix (guint64 x)
{
  x ^= x >> 33;                         /* the finaliser of MurmurHash3 */
  x *= G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
  x ^= x >> 33;
  x *= G_GUINT64_CONSTANT (0xc4ceb9fe1a85ec53);
  return (guint32) (x >> 32);
}

static void
add_piece (JkbSketch *sketch, const gunichar *letters, guint first)
{
  guint64 hash = G_GUINT64_CONSTANT (14695981039346656037);     /* FNV-1a over the code points */

  for (guint i = 0; i < N_LETTERS; i++)
    hash = (hash ^ letters[(first + i) % N_LETTERS]) * G_GUINT64_CONSTANT (1099511628211);
  for (guint i = 0; i < JKB_LIKENESS_HASHES; i++)
    sketch->least[i] = MIN (sketch->least[i], mix (hash + i * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)));
  sketch->n_pieces++;
}

void
jkb_sketch_make (const char *text, JkbSketch *sketch)
{
  g_autofree char *normal = jkb_normal_string (text, JKB_NORMAL_READING | JKB_NORMAL_LOWER);
  gunichar letters[N_LETTERS] = { 0 };
  guint n_letters = 0;

  memset (sketch->least, 0xff, sizeof sketch->least);
  sketch->n_pieces = 0;
  for (const char *p = normal; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isalnum (c))
        continue;
      letters[n_letters++ % N_LETTERS] = c;
      if (n_letters >= N_LETTERS)
        add_piece (sketch, letters, n_letters % N_LETTERS);
    }
}

double
jkb_sketch_compare (const JkbSketch *a, const JkbSketch *b)
{
  guint n_equal = 0;
  double share, least = MIN (a->n_pieces, b->n_pieces);

  if (least == 0)
    return 0;
  for (guint i = 0; i < JKB_LIKENESS_HASHES; i++)
    n_equal += a->least[i] == b->least[i];
  share = (double) n_equal / JKB_LIKENESS_HASHES;
  return MIN (1.0, share * (a->n_pieces + b->n_pieces) / (1 + share) / least);
}
