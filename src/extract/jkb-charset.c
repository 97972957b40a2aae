/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which encoding is it? A byte order mark or the escape sequences of ISO-2022-JP settle it. Bytes
 * that are valid UTF-8 are UTF-8. Otherwise the bytes are walked through once as Shift_JIS, once as
 * EUC-JP and once as UTF-8: each gets points for kana, which make up half of Japanese prose, and
 * loses points for what it cannot read. A declaration is worth a little, so that it decides between
 * equals and no more.
 */
#include "extract/jkb-charset.h"

#include <string.h>

#define LOOK_BYTES (256 * 1024)         /* evidence is sought in that many bytes */
#define DECLARATION_BYTES 4096

typedef enum { UTF_8, UTF_16LE, UTF_16BE, SHIFT_JIS, EUC_JP, ISO_2022_JP, N_CHARSETS } Charset;

static const struct
{
  const char *name;                     /* as IANA has it */
  const char *const *codecs;            /* for iconv, the best first */
} charsets[N_CHARSETS] = {
  [UTF_8] = { "UTF-8", NULL },
  [UTF_16LE] = { "UTF-16LE", (const char *const[]){ "UTF-16LE", NULL } },
  [UTF_16BE] = { "UTF-16BE", (const char *const[]){ "UTF-16BE", NULL } },
  [SHIFT_JIS] = { "Shift_JIS", (const char *const[]){ "CP932", "SHIFT_JIS", NULL } },
  [EUC_JP] = { "EUC-JP", (const char *const[]){ "EUC-JP-MS", "EUC-JP", NULL } },
  [ISO_2022_JP] = { "ISO-2022-JP", (const char *const[]){ "ISO-2022-JP-3", "ISO-2022-JP", NULL } },
};

static const struct
{
  const char *label;
  Charset charset;
} labels[] = {
  { "utf-8", UTF_8 },          { "utf8", UTF_8 },           { "shift_jis", SHIFT_JIS },
  { "shift-jis", SHIFT_JIS },  { "sjis", SHIFT_JIS },       { "x-sjis", SHIFT_JIS },
  { "windows-31j", SHIFT_JIS }, { "cp932", SHIFT_JIS },     { "ms_kanji", SHIFT_JIS },
  { "euc-jp", EUC_JP },        { "x-euc-jp", EUC_JP },      { "iso-2022-jp", ISO_2022_JP },
  { "utf-16", UTF_16LE },      { "utf-16le", UTF_16LE },    { "utf-16be", UTF_16BE },
};

/* ---------------------------------------------------------------- declaration */

static int
find_label (const char *text, gsize n_bytes)
{
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (strlen (labels[i].label) == n_bytes
        && g_ascii_strncasecmp (labels[i].label, text, n_bytes) == 0)
      return (int) labels[i].charset;
  return -1;
}

static int
read_declaration (const char *after, const char *end)
{
  const char *begin;

  while (after < end && (*after == ' ' || *after == '=' || *after == '"' || *after == '\''))
    after++;
  for (begin = after; after < end && (g_ascii_isalnum (*after) || *after == '-' || *after == '_');)
    after++;
  return find_label (begin, (gsize) (after - begin));
}

const char *
jkb_charset_declared (const char *bytes, gsize n_bytes)
{
  static const char *const words[] = { "charset", "encoding" };
  gsize n = MIN (n_bytes, DECLARATION_BYTES);
  g_autofree char *head = g_ascii_strdown (bytes, (gssize) n);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    for (const char *p = head; (p = strstr (p, words[i])) != NULL; p += strlen (words[i]))
      {
        int found = read_declaration (p + strlen (words[i]), head + strlen (head));

        if (found >= 0)
          return charsets[found].name;
      }
  return NULL;
}

/* ---------------------------------------------------------------- evidence */

typedef struct
{
  guint n_kana;
  guint n_other;                        /* other characters of more than one byte */
  guint n_odd;                          /* half-width kana, which few texts are full of */
  guint n_bad;
} Evidence;

static Evidence
walk_shift_jis (const guint8 *p, const guint8 *end)
{
  Evidence found = { 0, 0, 0, 0 };

  while (p < end)
    {
      guint8 a = *p++;

      if (a < 0x80)
        continue;
      if (a >= 0xa1 && a <= 0xdf)
        found.n_odd++;
      else if (a == 0x80 || a == 0xa0 || a > 0xfc || p == end)
        found.n_bad += p < end;
      else if (*p < 0x40 || *p == 0x7f || *p > 0xfc)
        found.n_bad++;
      else
        {
          if ((a == 0x82 && *p >= 0x9f && *p <= 0xf1) || (a == 0x83 && *p <= 0x96))
            found.n_kana++;
          else
            found.n_other++;
          p++;
        }
    }
  return found;
}

static Evidence
walk_euc_jp (const guint8 *p, const guint8 *end)
{
  Evidence found = { 0, 0, 0, 0 };

  while (p < end)
    {
      guint8 a = *p++;
      int n_more = a < 0x80 ? 0 : a == 0x8f ? 2 : 1;

      if (n_more == 0)
        continue;
      if ((a < 0xa1 && a != 0x8e && a != 0x8f) || a == 0xff)
        {
          found.n_bad++;
          continue;
        }
      if (end - p < n_more)
        break;
      if (p[0] < 0xa1 || p[0] == 0xff || (n_more == 2 && p[1] < 0xa1))
        {
          found.n_bad++;
          continue;
        }
      if (a == 0xa4 || a == 0xa5)
        found.n_kana++;
      else
        found.n_other++;
      p += n_more;
    }
  return found;
}

static Evidence
walk_utf_8 (const char *p, const char *end)
{
  Evidence found = { 0, 0, 0, 0 };
  gboolean was_bad = FALSE;

  while (p < end)
    {
      gunichar c;

      if ((guint8) *p < 0x80)
        {
          p++;
          continue;
        }
      c = g_utf8_get_char_validated (p, end - p);
      if (c == (gunichar) -2)
        break;
      if (c == (gunichar) -1)
        {
          found.n_bad += !was_bad;
          was_bad = TRUE;
          p++;
          continue;
        }
      was_bad = FALSE;
      if (c >= 0x3041 && c <= 0x30ff)
        found.n_kana++;
      else
        found.n_other++;
      p = g_utf8_next_char (p);
    }
  return found;
}

static double
judge (Evidence found, gboolean is_declared)
{
  double n = found.n_kana + found.n_other + found.n_odd + found.n_bad;

  if (n < 1.0)
    return 0.0;
  return (found.n_kana - 1.0 * found.n_odd - 3.0 * found.n_bad) / n + (is_declared ? 0.15 : 0.0);
}

/* Escapes of ISO-2022-JP, and nothing above ASCII. */
static gboolean
is_iso_2022_jp (const char *bytes, gsize n_bytes)
{
  gboolean has_escape = FALSE;

  for (gsize i = 0; i < n_bytes; i++)
    {
      if ((guint8) bytes[i] >= 0x80)
        return FALSE;
      if (bytes[i] == 0x1b && i + 2 < n_bytes && bytes[i + 1] == '$'
          && (bytes[i + 2] == 'B' || bytes[i + 2] == '@'))
        has_escape = TRUE;
    }
  return has_escape;
}

/* In UTF-16 every ASCII sign, line ends among them, brings a NUL on one side, and always the same. */
static int
find_utf_16 (const guint8 *bytes, gsize n_bytes)
{
  gsize n_even = 0, n_odd = 0, n_line_le = 0, n_line_be = 0;

  for (gsize i = 0; i + 1 < MIN (n_bytes, LOOK_BYTES); i += 2)
    {
      n_even += bytes[i] == 0;
      n_odd += bytes[i + 1] == 0;
      n_line_le += bytes[i] != 0 && bytes[i] < 0x80 && bytes[i + 1] == 0;
      n_line_be += bytes[i] == 0 && bytes[i + 1] != 0 && bytes[i + 1] < 0x80;
    }
  if (n_line_le > 0 && n_even == 0 && n_odd == n_line_le)
    return UTF_16LE;
  if (n_line_be > 0 && n_odd == 0 && n_even == n_line_be)
    return UTF_16BE;
  return -1;
}

static Charset
find_charset (const char *bytes, gsize n_bytes, int declared, gsize *n_mark)
{
  const guint8 *p = (const guint8 *) bytes;
  gsize n = MIN (n_bytes, LOOK_BYTES);
  Charset best = UTF_8;
  double scores[N_CHARSETS] = { 0 };
  int found;

  *n_mark = 0;
  if (n_bytes >= 3 && memcmp (p, "\xef\xbb\xbf", 3) == 0)
    return *n_mark = 3, UTF_8;
  if (n_bytes >= 2 && p[0] == 0xff && p[1] == 0xfe)
    return *n_mark = 2, UTF_16LE;
  if (n_bytes >= 2 && p[0] == 0xfe && p[1] == 0xff)
    return *n_mark = 2, UTF_16BE;
  if ((found = find_utf_16 (p, n_bytes)) >= 0)
    return (Charset) found;
  if (is_iso_2022_jp (bytes, n))
    return ISO_2022_JP;
  if (g_utf8_validate_len (bytes, n_bytes, NULL))
    return UTF_8;
  scores[UTF_8] = judge (walk_utf_8 (bytes, bytes + n), declared == UTF_8);
  scores[SHIFT_JIS] = judge (walk_shift_jis (p, p + n), declared == SHIFT_JIS);
  scores[EUC_JP] = judge (walk_euc_jp (p, p + n), declared == EUC_JP);
  if (scores[SHIFT_JIS] > scores[best])
    best = SHIFT_JIS;
  if (scores[EUC_JP] > scores[best])
    best = EUC_JP;
  return best;
}

/* ---------------------------------------------------------------- decoding */

static GIConv
open_codec (Charset charset)
{
  for (const char *const *name = charsets[charset].codecs; *name != NULL; name++)
    {
      GIConv codec = g_iconv_open ("UTF-8", *name);

      if (codec != (GIConv) -1)
        return codec;
    }
  return (GIConv) -1;
}

/* One broken stretch becomes one sign, however many bytes it has. */
static void
append_broken (GString *out, gboolean *was_broken, guint *n_broken)
{
  if (!*was_broken)
    {
      g_string_append (out, "\xef\xbf\xbd");
      (*n_broken)++;
    }
  *was_broken = TRUE;
}

static void
drop_nuls (GString *text)
{
  gsize n_kept = 0;

  for (gsize i = 0; i < text->len; i++)
    if (text->str[i] != '\0')
      text->str[n_kept++] = text->str[i];
  g_string_truncate (text, n_kept);
}

static char *
convert (const char *bytes, gsize n_bytes, Charset charset, guint *n_broken)
{
  GIConv codec = open_codec (charset);
  GString *out = g_string_sized_new (n_bytes * 3 / 2 + 16);
  char *in = (char *) bytes;
  gsize n_in = n_bytes;
  gsize step = charset == UTF_16LE || charset == UTF_16BE ? 2 : 1;
  gboolean was_broken = FALSE;

  if (codec == (GIConv) -1)
    {
      g_string_free (out, TRUE);
      *n_broken += 1;
      return g_utf8_make_valid (bytes, (gssize) n_bytes);
    }
  while (n_in > 0)
    {
      char buffer[8192];
      char *to = buffer;
      gsize n_to = sizeof buffer;
      gsize result = g_iconv (codec, &in, &n_in, &to, &n_to);

      if (to > buffer)
        {
          g_string_append_len (out, buffer, to - buffer);
          was_broken = FALSE;
        }
      if (result == (gsize) -1 && n_to >= 8)
        {
          gsize skip = MIN (step, n_in);

          append_broken (out, &was_broken, n_broken);
          in += skip;
          n_in -= skip;
        }
    }
  g_iconv_close (codec);
  drop_nuls (out);
  return g_string_free (out, FALSE);
}

static char *
repair_utf_8 (const char *bytes, gsize n_bytes, guint *n_broken)
{
  GString *out = g_string_sized_new (n_bytes + 1);
  const char *end = bytes + n_bytes;
  gboolean was_broken = FALSE;

  while (bytes < end)
    {
      const char *good;

      g_utf8_validate_len (bytes, (gsize) (end - bytes), &good);
      if (good > bytes)
        {
          g_string_append_len (out, bytes, good - bytes);
          was_broken = FALSE;
        }
      if (good == end)
        break;
      append_broken (out, &was_broken, n_broken);
      bytes = good + 1;
    }
  return g_string_free (out, FALSE);
}

char *
jkb_charset_decode (const char *bytes, gsize n_bytes, const char *declared, const char **charset,
                    guint *n_broken)
{
  gsize n_mark;
  int label = declared != NULL ? find_label (declared, strlen (declared)) : -1;
  Charset found = find_charset (bytes, n_bytes, label, &n_mark);

  *charset = charsets[found].name;
  *n_broken = 0;
  bytes += n_mark;
  n_bytes -= n_mark;
  if (found != UTF_8)
    return convert (bytes, n_bytes, found, n_broken);
  return repair_utf_8 (bytes, n_bytes, n_broken);
}

/* ---------------------------------------------------------------- no text at all */

gboolean
jkb_charset_is_binary (const char *bytes, gsize n_bytes, const char **what)
{
  static const struct
  {
    const char *magic;
    gsize n_bytes;
    const char *name;
  } known[] = {
    { "\x89PNG", 4, "a PNG picture" },    { "\xff\xd8\xff", 3, "a JPEG picture" },
    { "GIF8", 4, "a GIF picture" },       { "PK\x03\x04", 4, "a ZIP archive" },
    { "\x1f\x8b", 2, "a gzip archive" },  { "%PDF-", 5, "a PDF document" },
    { "\x7f" "ELF", 4, "a program" },     { "SQLite format 3", 15, "a database" },
    { "\xd0\xcf\x11\xe0", 4, "an old Office document" }, { "BZh", 3, "a bzip2 archive" },
    { "\xfd" "7zXZ", 5, "an xz archive" }, { "RIFF", 4, "a sound or video file" },
  };
  gsize n = MIN (n_bytes, LOOK_BYTES), n_control = 0;

  *what = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (n_bytes >= known[i].n_bytes && memcmp (bytes, known[i].magic, known[i].n_bytes) == 0)
      {
        *what = known[i].name;
        return TRUE;
      }
  if (n_bytes >= 2 && ((guint8) bytes[0] ^ (guint8) bytes[1]) == (0xff ^ 0xfe)
      && MAX ((guint8) bytes[0], (guint8) bytes[1]) == 0xff)
    return FALSE;
  if (find_utf_16 ((const guint8 *) bytes, n_bytes) >= 0)
    return FALSE;
  if (memchr (bytes, '\0', n_bytes) != NULL)
    return TRUE;
  for (gsize i = 0; i < n; i++)
    n_control += (guint8) bytes[i] < 0x20 && strchr ("\t\n\r\f\v\x1b", bytes[i]) == NULL;
  return n_control * 20 > n;
}
