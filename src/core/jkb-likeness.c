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

/* Most hashes of a long text are above those that are kept. */
static void
keep_hash (JkbSketch *sketch, guint32 hash)
{
  guint place = sketch->n_least;

  if (place == JKB_LIKENESS_HASHES && hash >= sketch->least[--place])
    return;
  while (place > 0 && sketch->least[place - 1] > hash)
    place--;
  if (place > 0 && sketch->least[place - 1] == hash)
    return;
  sketch->n_least = MIN (sketch->n_least + 1, JKB_LIKENESS_HASHES);
  memmove (sketch->least + place + 1, sketch->least + place, (sketch->n_least - place - 1) * sizeof hash);
  sketch->least[place] = hash;
}

static void
add_piece (JkbSketch *sketch, const gunichar *letters, guint first)
{
  guint64 hash = G_GUINT64_CONSTANT (14695981039346656037);     /* FNV-1a over the code points */

  for (guint i = 0; i < N_LETTERS; i++)
    hash = (hash ^ letters[(first + i) % N_LETTERS]) * G_GUINT64_CONSTANT (1099511628211);
  keep_hash (sketch, mix (hash));
  sketch->n_pieces++;
}

void
jkb_sketch_make (const char *text, JkbSketch *sketch)
{
  g_autofree char *normal = jkb_normal_string (text, JKB_NORMAL_READING | JKB_NORMAL_LOWER);
  gunichar letters[N_LETTERS] = { 0 };
  guint n_letters = 0;

  sketch->n_least = sketch->n_pieces = 0;
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

/* Of the least hashes that the two texts have together, the share that both have. */
static double
estimate_share (const JkbSketch *a, const JkbSketch *b)
{
  guint n = 0, n_equal = 0, i = 0, j = 0;

  for (; n < JKB_LIKENESS_HASHES && (i < a->n_least || j < b->n_least); n++)
    {
      gboolean is_in_a = i < a->n_least && (j == b->n_least || a->least[i] <= b->least[j]);
      gboolean is_in_b = j < b->n_least && (i == a->n_least || b->least[j] <= a->least[i]);

      n_equal += is_in_a && is_in_b;
      i += is_in_a;
      j += is_in_b;
    }
  return n > 0 ? (double) n_equal / n : 0;
}

double
jkb_sketch_compare (const JkbSketch *a, const JkbSketch *b)
{
  double share, least = MIN (a->n_pieces, b->n_pieces);

  if (least == 0)
    return 0;
  share = estimate_share (a, b);
  return MIN (1.0, share * (a->n_pieces + b->n_pieces) / (1 + share) / least);
}
