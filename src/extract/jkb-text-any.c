/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "extract/jkb-text-any.h"

/* What is looked at next: in its chain, else one after the other. */
typedef struct
{
  const guint8 *chains;
  guint number;                         /* from 1; 0: none */
} Walk;

static Walk
walk_chain (const guint8 *chains, guint chain)
{
  return (Walk){ chains, chains != NULL ? chains[chain] : 1 };
}

static const char *
walk_next (Walk *walk, const char *const *words)
{
  const char *word = walk->number > 0 ? words[walk->number - 1] : NULL;

  if (word != NULL)
    walk->number = walk->chains != NULL ? jkb_text_chain_next (walk->chains, walk->number) : walk->number + 1;
  return word;
}

/* From the last word to the first, so that each chain is in their order. */
guint64
jkb_text_chain_rows (JkbTextChains *chains, const char *const *first, gsize row_size, guint n_rows, gboolean by_end)
{
  guint8 *made = g_malloc0 (JKB_TEXT_N_CHAINS + n_rows);
  const guint8 *none = NULL;
  guint64 set = 0;

  g_assert (n_rows <= JKB_TEXT_WORDS_MAX);

  for (guint i = n_rows; i-- > 0;)
    {
      const char *word = *(const char *const *) (const void *) ((const char *) first + i * row_size);
      guint chain = by_end ? jkb_text_chain_of_end (word + strlen (word)) : jkb_text_chain_of_begin (word);

      made[JKB_TEXT_N_CHAINS + i] = made[chain];
      made[chain] = (guint8) (i + 1);
      set |= G_GUINT64_CONSTANT (1) << chain;
    }
  if (!__atomic_compare_exchange_n (&chains->chains, &none, made, FALSE, __ATOMIC_ACQ_REL, __ATOMIC_ACQUIRE))
    g_free (made);
  __atomic_store_n (&chains->set, set, __ATOMIC_RELEASE);
  return set;
}

guint64
jkb_text_chain_begins (JkbTextChains *chains, const char *const *words)
{
  return jkb_text_chain_rows (chains, words, sizeof *words, g_strv_length ((char **) words), FALSE);
}

guint64
jkb_text_chain_ends (JkbTextChains *chains, const char *const *words)
{
  return jkb_text_chain_rows (chains, words, sizeof *words, g_strv_length ((char **) words), TRUE);
}

/* The length of the first word of @walk that @take finds at @at. */
static inline gsize
take_first (const JkbText *text, gsize at, const char *const *words, Walk walk,
            gsize (*take) (const JkbText *text, gsize at, const char *word))
{
  const char *word;
  gsize length = 0;

  while (length == 0 && (word = walk_next (&walk, words)) != NULL)
    length = take (text, at, word);
  return length;
}

gsize
jkb_text_take_chained (const JkbText *text, gsize at, const char *const *words, const guint8 *chains)
{
  return take_first (text, at, words, walk_chain (chains, jkb_text_chain_of_begin (text->bytes + at)), jkb_text_take);
}

gsize
jkb_text_take_chained_before (const JkbText *text, gsize at, const char *const *words, const guint8 *chains)
{
  return take_first (text, at, words, walk_chain (chains, jkb_text_chain_of_end (text->bytes + at)), jkb_text_take_before);
}

gboolean
jkb_text_is_chained (const JkbText *text, const char *const *words, const guint8 *chains)
{
  Walk walk = walk_chain (chains, jkb_text_chain_of_begin (text->bytes));
  const char *word;

  while ((word = walk_next (&walk, words)) != NULL)
    if (jkb_text_take (text, 0, word) == text->n_bytes)
      return TRUE;
  return FALSE;
}

/* A list of no more words is sought through word by word. */
#define N_FEW 4

static gboolean
has_few (const char *const *words)
{
  guint n = 0;

  while (n <= N_FEW && words[n] != NULL)
    n++;
  return n <= N_FEW;
}

/* Where a word of the list may begin, from @at on; nearly all characters of a text have three bytes. */
static gsize
skip_to_chain (const JkbText *text, gsize at, guint64 set)
{
  while (at + sizeof (guint32) <= text->n_bytes)
    {
      guint32 four;

      memcpy (&four, text->bytes + at, sizeof four);
      four = GUINT32_FROM_LE (four);
      if ((four & 0xf0) == 0xe0)
        {
          if (set >> jkb_text_chain_of_key (four & 0xffffff) & 1)
            return at;
          at += 3;
        }
      else
        {
          if (jkb_text_may_begin (text, at, set))
            return at;
          at = jkb_text_next (text, at);
        }
    }
  return at;
}

/* Character by character where there are many words, and they are in chains. */
gboolean
jkb_text_holds_any_in (const JkbText *text, gsize begin, gsize end, const char *const *words, JkbTextChains in)
{
  const JkbText part = { text->bytes, end };

  if (in.chains == NULL || has_few (words))
    {
      while (*words != NULL && !jkb_text_holds (text, begin, end, *words))
        words++;
      return *words != NULL;
    }
  for (gsize at = begin; (at = skip_to_chain (&part, at, in.set)) < end; at = jkb_text_next (&part, at))
    if (jkb_text_take_any_in (&part, at, words, in) > 0)
      return TRUE;
  return FALSE;
}
