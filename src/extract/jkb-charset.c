/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Decoding goes through iconv, a piece at a time, and goes on behind what iconv refuses.
 * ISO-2022-JP first becomes EUC-JP, which has the same characters: the decoders of iconv differ in
 * how much of it they know (half-width kana, the circled numbers and ㈱ that mail programs send), and
 * stop for good at a broken escape.
 */
#include "extract/jkb-charset.h"

#include <errno.h>
#include <string.h>

#include "extract/jkb-charset-guess.h"
#include "extract/jkb-extract-error.h"

#define DECLARATION_BYTES 4096

/* A few broken stretches are repaired; with more than these, and one in ten characters, it is no text. */
#define BROKEN_MAX 8

static const struct
{
  const char *name;                     /* as IANA has it */
  const char *const *codecs;            /* for iconv, the best first */
} charsets[JKB_N_CHARSETS] = {
  [JKB_CHARSET_UTF_8] = { "UTF-8", NULL },
  [JKB_CHARSET_UTF_16LE] = { "UTF-16LE", (const char *const[]){ "UTF-16LE", NULL } },
  [JKB_CHARSET_UTF_16BE] = { "UTF-16BE", (const char *const[]){ "UTF-16BE", NULL } },
  [JKB_CHARSET_SHIFT_JIS] = { "Shift_JIS", (const char *const[]){ "CP932", "SHIFT_JIS", NULL } },
  [JKB_CHARSET_EUC_JP] = { "EUC-JP", (const char *const[]){ "EUC-JP-MS", "EUC-JP", NULL } },
  [JKB_CHARSET_ISO_2022_JP]
      = { "ISO-2022-JP", (const char *const[]){ "EUC-JP-MS", "EUC-JP", NULL } },
  [JKB_CHARSET_WINDOWS_1252]
      = { "windows-1252", (const char *const[]){ "WINDOWS-1252", "ISO-8859-1", NULL } },
};

static const struct
{
  const char *label;
  JkbCharset charset;
} labels[] = {
  { "utf-8", JKB_CHARSET_UTF_8 },
  { "utf8", JKB_CHARSET_UTF_8 },
  { "shift_jis", JKB_CHARSET_SHIFT_JIS },
  { "shift-jis", JKB_CHARSET_SHIFT_JIS },
  { "sjis", JKB_CHARSET_SHIFT_JIS },
  { "x-sjis", JKB_CHARSET_SHIFT_JIS },
  { "windows-31j", JKB_CHARSET_SHIFT_JIS },
  { "cp932", JKB_CHARSET_SHIFT_JIS },
  { "ms_kanji", JKB_CHARSET_SHIFT_JIS },
  { "euc-jp", JKB_CHARSET_EUC_JP },
  { "x-euc-jp", JKB_CHARSET_EUC_JP },
  { "iso-2022-jp", JKB_CHARSET_ISO_2022_JP },
  { "utf-16", JKB_CHARSET_UTF_16LE },
  { "utf-16le", JKB_CHARSET_UTF_16LE },
  { "utf-16be", JKB_CHARSET_UTF_16BE },
  { "iso-8859-1", JKB_CHARSET_WINDOWS_1252 },
  { "windows-1252", JKB_CHARSET_WINDOWS_1252 },
};

/* ---------------------------------------------------------------- declaration */

static JkbCharset
find_label (const char *text, gsize n_bytes)
{
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (strlen (labels[i].label) == n_bytes
        && g_ascii_strncasecmp (labels[i].label, text, n_bytes) == 0)
      return labels[i].charset;
  return JKB_N_CHARSETS;
}

static JkbCharset
read_declaration (const char *after)
{
  const char *begin;

  after += strspn (after, " =\"'");
  for (begin = after; g_ascii_isalnum (*after) || *after == '-' || *after == '_';)
    after++;
  return find_label (begin, (gsize) (after - begin));
}

/* Where @letter, in either case, is next from @at on; @n_bytes when it is not there. Eight bytes at a time. */
static gsize
find_letter (const char *bytes, gsize at, gsize n_bytes, char letter)
{
  const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101);
  guint64 eight;

  for (; at + sizeof eight <= n_bytes; at += sizeof eight)
    {
      memcpy (&eight, bytes + at, sizeof eight);
      eight = (eight | 0x20 * ones) ^ (guchar) letter * ones;
      if (((eight - ones) & ~eight & 0x80 * ones) != 0)
        break;
    }
  while (at < n_bytes && (bytes[at] | 0x20) != letter)
    at++;
  return at;
}

static JkbCharset
find_declaration (const char *bytes, gsize n_bytes)
{
  static const char *const words[] = { "charset", "encoding" };
  const char *nul = memchr (bytes, '\0', MIN (n_bytes, DECLARATION_BYTES));

  n_bytes = nul != NULL ? (gsize) (nul - bytes) : MIN (n_bytes, DECLARATION_BYTES);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    for (gsize at = 0, n = strlen (words[i]); (at = find_letter (bytes, at, n_bytes, *words[i])) + n <= n_bytes; at++)
      if (g_ascii_strncasecmp (bytes + at, words[i], n) == 0)
        {
          g_autofree char *after = g_strndup (bytes + at + n, n_bytes - at - n);
          JkbCharset found = read_declaration (after);

          if (found != JKB_N_CHARSETS)
            return found;
        }
  return JKB_N_CHARSETS;
}

/* ---------------------------------------------------------------- ISO-2022-JP */

typedef enum { SET_ASCII, SET_KANA, SET_KANJI, SET_SUPPLEMENT } Set;

/* Bytes of the escape sequence at @p, and the set that it switches to; 0 when there is none. */
static gsize
match_escape (const char *p, gsize n_bytes, Set *set)
{
  static const struct
  {
    const char *sequence;
    Set set;
  } escapes[] = { { "\x1b(B", SET_ASCII },  { "\x1b(J", SET_ASCII },      { "\x1b(I", SET_KANA },
                  { "\x1b$@", SET_KANJI },  { "\x1b$B", SET_KANJI },      { "\x1b$(B", SET_KANJI },
                  { "\x1b$(@", SET_KANJI }, { "\x1b$(D", SET_SUPPLEMENT } };

  for (guint i = 0; i < G_N_ELEMENTS (escapes); i++)
    {
      gsize n = strlen (escapes[i].sequence);

      if (n <= n_bytes && memcmp (p, escapes[i].sequence, n) == 0)
        {
          *set = escapes[i].set;
          return n;
        }
    }
  return 0;
}

/* Between escapes, or SO and SI, bytes stand for kana or, two by two, for kanji: the same as in
 * EUC-JP but for the high bits. A line end returns to ASCII. */
static GString *
make_euc_jp (const char *bytes, gsize n_bytes)
{
  GString *out = g_string_sized_new (n_bytes + 16);
  Set set = SET_ASCII;

  for (gsize i = 0, n; i < n_bytes; i += n)
    {
      guint8 c = (guint8) bytes[i];

      if ((n = match_escape (bytes + i, n_bytes - i, &set)) > 0)
        continue;
      n = 1;
      if (c == 0x0e || c == 0x0f)
        set = c == 0x0e ? SET_KANA : SET_ASCII;
      else if (c == '\n' || c == '\r')
        set = SET_ASCII;
      if (c == 0x0e || c == 0x0f)
        continue;
      if (set == SET_ASCII || c < 0x21 || c > 0x7e)
        g_string_append_c (out, (char) c);
      else if (set == SET_KANA)
        g_string_append_printf (out, "\x8e%c", c | 0x80);
      else if (i + 1 == n_bytes || bytes[i + 1] < 0x21)
        g_string_append_c (out, '\xff');        /* half a character: broken in EUC-JP, too */
      else
        {
          if (set == SET_SUPPLEMENT)
            g_string_append_c (out, '\x8f');
          g_string_append_printf (out, "%c%c", c | 0x80, (guint8) bytes[i + 1] | 0x80);
          n = 2;
        }
    }
  return out;
}

/* ---------------------------------------------------------------- decoding */

typedef struct
{
  GString *out;
  guint n_broken;
  gboolean was_broken;
} Repair;

/* One broken stretch becomes one sign, however many bytes it has. */
static void
append_broken (Repair *repair)
{
  if (!repair->was_broken)
    {
      g_string_append (repair->out, "\xef\xbf\xbd");
      repair->n_broken++;
    }
  repair->was_broken = TRUE;
}

static void
append_good (Repair *repair, const char *text, gsize n_bytes)
{
  if (n_bytes == 0)
    return;
  g_string_append_len (repair->out, text, (gssize) n_bytes);
  repair->was_broken = FALSE;
}

static GIConv
open_codec (JkbCharset charset)
{
  for (const char *const *name = charsets[charset].codecs; *name != NULL; name++)
    {
      GIConv codec = g_iconv_open ("UTF-8", *name);

      if (codec != (GIConv) -1)
        return codec;
    }
  return (GIConv) -1;
}

static void
convert (GIConv codec, const char *bytes, gsize n_bytes, gsize n_unit, Repair *repair)
{
  char *in = (char *) bytes;

  while (n_bytes > 0)
    {
      char buffer[8192];
      char *to = buffer;
      gsize n_to = sizeof buffer, n_bad;
      gsize result = g_iconv (codec, &in, &n_bytes, &to, &n_to);

      append_good (repair, buffer, (gsize) (to - buffer));
      if (result != (gsize) -1 || errno == E2BIG)
        continue;
      append_broken (repair);
      n_bad = MIN (n_unit, n_bytes);
      in += n_bad;
      n_bytes -= n_bad;
      g_iconv (codec, NULL, NULL, NULL, NULL);
    }
}

static void
repair_utf_8 (const char *bytes, gsize n_bytes, Repair *repair)
{
  const char *end = bytes + n_bytes;

  while (bytes < end)
    {
      const char *good;

      g_utf8_validate_len (bytes, (gsize) (end - bytes), &good);
      append_good (repair, bytes, (gsize) (good - bytes));
      if (good == end)
        break;
      if (*good != '\0')
        append_broken (repair);
      bytes = good + 1;
    }
}

static void
drop_nuls (GString *text)
{
  gsize n_kept = 0;

  if (memchr (text->str, '\0', text->len) == NULL)
    return;
  for (gsize i = 0; i < text->len; i++)
    if (text->str[i] != '\0')
      text->str[n_kept++] = text->str[i];
  g_string_truncate (text, n_kept);
}

static gboolean
decode_as (JkbCharset charset, const char *bytes, gsize n_bytes, Repair *repair)
{
  gboolean is_wide = charset == JKB_CHARSET_UTF_16LE || charset == JKB_CHARSET_UTF_16BE;
  GIConv codec;

  if (charset == JKB_CHARSET_UTF_8)
    {
      repair_utf_8 (bytes, n_bytes, repair);
      return TRUE;
    }
  codec = open_codec (charset);
  if (codec == (GIConv) -1)
    return FALSE;
  if (charset == JKB_CHARSET_ISO_2022_JP)
    {
      GString *euc_jp = make_euc_jp (bytes, n_bytes);

      convert (codec, euc_jp->str, euc_jp->len, 1, repair);
      g_string_free (euc_jp, TRUE);
    }
  else
    convert (codec, bytes, n_bytes, is_wide ? 2 : 1, repair);
  g_iconv_close (codec);
  drop_nuls (repair->out);
  return TRUE;
}

char *
jkb_charset_decode (const char *bytes, gsize n_bytes, const char **charset, guint *n_broken,
                    GError **error)
{
  return jkb_charset_decode_labelled (bytes, n_bytes, NULL, charset, n_broken, error);
}

char *
jkb_charset_decode_labelled (const char *bytes, gsize n_bytes, const char *label,
                             const char **charset, guint *n_broken, GError **error)
{
  gsize n_mark;
  gboolean is_valid;
  JkbCharset declared = label != NULL ? find_label (label, strlen (label)) : JKB_N_CHARSETS;
  JkbCharset found = jkb_charset_guess (
      bytes, n_bytes, declared != JKB_N_CHARSETS ? declared : find_declaration (bytes, n_bytes), &n_mark,
      &is_valid);
  Repair repair = { g_string_sized_new (n_bytes + (found == JKB_CHARSET_UTF_8 ? 0 : n_bytes / 2 + 16)), 0, FALSE };

  if (charset != NULL)
    *charset = charsets[found].name;
  if (is_valid)
    append_good (&repair, bytes, n_bytes);
  if (!is_valid && !decode_as (found, bytes + n_mark, n_bytes - n_mark, &repair))
    g_set_error (error, JKB_EXTRACT_ERROR, JKB_EXTRACT_ERROR_CHARSET,
                 "this system cannot decode %s", charsets[found].name);
  else if (repair.n_broken > BROKEN_MAX
           && repair.n_broken * 10.0 > g_utf8_strlen (repair.out->str, (gssize) repair.out->len))
    g_set_error_literal (error, JKB_EXTRACT_ERROR, JKB_EXTRACT_ERROR_CHARSET,
                         "text in no known encoding, or no text");
  else
    {
      if (n_broken != NULL)
        *n_broken = repair.n_broken;
      return g_string_free (repair.out, FALSE);
    }
  g_string_free (repair.out, TRUE);
  return NULL;
}
