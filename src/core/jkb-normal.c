/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The text is cut into clusters: a character and what may melt with it. Clusters of one character,
 * nearly all, go through a table; the rest through GLib. Where a piece is no longer byte for byte
 * what it was, a break is noted; between two breaks normal and source run side by side, so that the
 * map costs next to nothing for Japanese text as it is usually typed.
 */
#include "core/jkb-normal.h"

#include <string.h>

#include "core/jkb-normal-table.h"

typedef struct
{
  guint32 normal;               /* where the piece starts, here … */
  guint32 source;               /* … and there */
  gboolean is_same;             /* byte for byte the same; else one cluster, taken whole */
} Break;

typedef struct
{
  const JkbNormalTable *table;
  JkbNormalFlags flags;
  GString *out;
  GArray *breaks;
  const char *end;              /* of the source */
} Builder;

static void
note_piece (Builder *builder, gsize source, gboolean is_same)
{
  Break piece = { (guint32) builder->out->len, (guint32) source, is_same };
  const Break *last = builder->breaks->len > 0
                          ? &g_array_index (builder->breaks, Break, builder->breaks->len - 1)
                          : NULL;

  if (is_same && last != NULL && last->is_same)
    return;
  g_array_append_val (builder->breaks, piece);
}

static const char *
find_cluster_end (const Builder *builder, const char *p, const char *end)
{
  gunichar first = g_utf8_get_char (p);

  p = g_utf8_next_char (p);
  if ((builder->flags & JKB_NORMAL_READING) && first == '\r' && p < end && *p == '\n')
    return p + 1;
  while (p < end && (guchar) *p >= 0x80
         && jkb_normal_table_extends (builder->table, g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p;
}

/* Of normalised text; twelve ideographs stand among those that become others, and there are rare ones beyond the BMP. */
static gboolean
is_japanese (gunichar c)
{
  return (c >= 0x3041 && c <= 0x30ff) || (c >= 0x3400 && c <= 0x9fff) || c == 0x3005 || c == 0x300d || c == 0x300f
         || (c >= 0xfa0e && c <= 0xfa29) || (c >= 0x20000 && c <= 0x3fffd);
}

/* What the next character that does not vanish becomes by itself, 0 at the end. */
static gunichar
look_ahead (const Builder *builder, const char *p)
{
  for (; p < builder->end; p = g_utf8_next_char (p))
    {
      g_autoptr(GString) alone = NULL;
      const char *form;
      int n_form = jkb_normal_table_lookup (builder->table, g_utf8_get_char (p), &form);

      if (n_form == -1)
        return g_utf8_get_char (p);
      if (n_form > 0)
        return g_utf8_get_char (form);
      if (n_form == 0)
        continue;
      alone = g_string_new (NULL);
      jkb_normal_cluster (p, (gsize) (g_utf8_next_char (p) - p), builder->flags, alone);
      return g_utf8_get_char (alone->str);
    }
  return 0;
}

/* 本学は,…しました. : commas and full stops of Latin writing between Japanese words are those of Japanese. */
static const char *
japanese_stop (const Builder *builder, const char *p, const char *next)
{
  const char *out = builder->out->str;
  gunichar before = builder->out->len > 0 ? g_utf8_get_char (g_utf8_prev_char (out + builder->out->len)) : 0;
  gunichar after = look_ahead (builder, next);
  gboolean is_comma = *p == ',' || g_utf8_get_char (p) == 0xff0c;

  if (is_comma)
    return is_japanese (before) || (before == ')' && is_japanese (after)) ? "、" : ",";
  return is_japanese (before) && (after == 0 || g_unichar_isspace (after) || is_japanese (after)) ? "。" : ".";
}

static void
append_stop (Builder *builder, const char *p, const char *next, gsize source)
{
  const char *form = japanese_stop (builder, p, next);
  gsize n_bytes = strlen (form);

  note_piece (builder, source, n_bytes == 1 && *form == *p);
  g_string_append_len (builder->out, form, (gssize) n_bytes);
}

static void
append_cluster (Builder *builder, const char *p, gsize n_bytes, gsize source)
{
  gsize start = builder->out->len;
  const char *form;
  int n_form = jkb_normal_table_lookup (builder->table, g_utf8_get_char (p), &form);
  gboolean is_single = n_bytes == (gsize) (g_utf8_next_char (p) - p);

  note_piece (builder, source, is_single && n_form == -1);
  if (is_single && n_form == -1)
    g_string_append_len (builder->out, p, (gssize) n_bytes);
  else if (is_single && n_form >= 0)
    g_string_append_len (builder->out, form, n_form);
  else if (n_bytes == 2 && p[0] == '\r')
    g_string_append_c (builder->out, '\n');
  else
    jkb_normal_cluster (p, n_bytes, builder->flags, builder->out);

  if (n_form == -2 && is_single && builder->out->len - start == n_bytes
      && memcmp (builder->out->str + start, p, n_bytes) == 0)
    g_array_index (builder->breaks, Break, builder->breaks->len - 1).is_same = TRUE;
}

/* What stays as it is: copied run by run. */
static const char *
append_same_run (Builder *builder, const char *p, const char *end, gsize source)
{
  gsize n_bytes = jkb_normal_table_measure_same (builder->table, p, (gsize) (end - p));

  if (n_bytes > 0)
    {
      note_piece (builder, source, TRUE);
      g_string_append_len (builder->out, p, (gssize) n_bytes);
    }
  return p + n_bytes;
}

JkbNormal *
jkb_normal_new (const char *source, gsize n_bytes, JkbNormalFlags flags)
{
  JkbNormal *self = g_new0 (JkbNormal, 1);
  Builder builder = { jkb_normal_table_get (flags), flags, g_string_sized_new (n_bytes + 1),
                      g_array_new (FALSE, FALSE, sizeof (Break)), source + n_bytes };
  const char *end = source + n_bytes;
  Break last;

  g_return_val_if_fail (n_bytes < G_MAXUINT32 / 4, NULL);

  for (const char *p = source; p < end;)
    {
      const char *next;

      p = append_same_run (&builder, p, end, (gsize) (p - source));
      if (p >= end)
        break;
      next = find_cluster_end (&builder, p, end);
      if (next == g_utf8_next_char (p) && jkb_normal_is_stop (g_utf8_get_char (p), flags))
        append_stop (&builder, p, next, (gsize) (p - source));
      else
        append_cluster (&builder, p, (gsize) (next - p), (gsize) (p - source));
      p = next;
    }

  last = (Break){ (guint32) builder.out->len, (guint32) n_bytes, TRUE };
  g_array_append_val (builder.breaks, last);
  self->n_bytes = builder.out->len;
  self->text = g_string_free (builder.out, FALSE);
  self->breaks = builder.breaks;
  return self;
}

void
jkb_normal_free (JkbNormal *normal)
{
  if (normal == NULL)
    return;
  g_free (normal->text);
  g_array_unref (normal->breaks);
  g_free (normal);
}

/* The last piece that starts at or before @offset of the normal (or source) text. Pieces that
 * vanished share their offset with the next one, which is then the one that is found. */
static guint
find_piece (const JkbNormal *self, gsize offset, gboolean by_source)
{
  guint low = 0, high = self->breaks->len;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;
      const Break *piece = &g_array_index (self->breaks, Break, middle);

      if ((by_source ? piece->source : piece->normal) <= offset)
        low = middle;
      else
        high = middle;
    }
  return low;
}

JkbSpan
jkb_normal_to_source (const JkbNormal *normal, JkbSpan span)
{
  guint first = find_piece (normal, span.begin, FALSE);
  const Break *piece = &g_array_index (normal->breaks, Break, first);
  JkbSpan result;

  g_return_val_if_fail (span.begin <= span.end && span.end <= normal->n_bytes, JKB_SPAN_NONE);

  result.begin = piece->source + (piece->is_same ? span.begin - piece->normal : 0);
  if (span.end == span.begin)
    return (JkbSpan){ result.begin, result.begin };

  first = find_piece (normal, span.end - 1, FALSE);
  piece = &g_array_index (normal->breaks, Break, first);
  result.end = piece->is_same ? piece->source + (span.end - piece->normal) : piece[1].source;
  return result;
}

gsize
jkb_normal_from_source (const JkbNormal *normal, gsize offset)
{
  guint first = find_piece (normal, offset, TRUE);
  const Break *piece = &g_array_index (normal->breaks, Break, first);

  if (piece->is_same)
    return MIN (piece->normal + (offset - piece->source), normal->n_bytes);
  return piece->normal;
}

char *
jkb_normal_string (const char *source, JkbNormalFlags flags)
{
  JkbNormal *normal = jkb_normal_new (source, strlen (source), flags);
  char *text = g_steal_pointer (&normal->text);

  jkb_normal_free (normal);
  return text;
}
