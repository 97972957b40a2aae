/* SPDX-License-Identifier: GPL-3.0-or-later */
/* RFC 2045 (base64, quoted-printable) and RFC 2047 (words in headers). */
#include "extract/jkb-mail-code.h"

#include <string.h>

#include "extract/jkb-charset.h"

static void
append_quoted (GByteArray *out, const char *p, const char *end, gboolean in_header)
{
  for (; p < end; p++)
    {
      guint8 byte = (guint8) *p;

      if (in_header && byte == '_')
        byte = ' ';
      else if (byte == '=' && end - p > 2 && g_ascii_isxdigit (p[1]) && g_ascii_isxdigit (p[2]))
        {
          byte = (guint8) (g_ascii_xdigit_value (p[1]) << 4 | g_ascii_xdigit_value (p[2]));
          p += 2;
        }
      else if (byte == '=')
        {
          const char *next = p + 1;

          while (next < end && (*next == ' ' || *next == '\t' || *next == '\r'))
            next++;
          if (next < end && *next == '\n')
            {
              p = next;
              continue;
            }
        }
      g_byte_array_append (out, &byte, 1);
    }
}

static void
append_base64 (GByteArray *out, const char *p, gsize n_bytes)
{
  g_autofree guint8 *plain = g_malloc (n_bytes / 4 * 3 + 3);
  int state = 0;
  guint save = 0;
  gsize n = g_base64_decode_step (p, n_bytes, plain, &state, &save);

  g_byte_array_append (out, plain, (guint) n);
}

/* ---------------------------------------------------------------- words */

typedef struct
{
  GString *out;
  char *charset;                        /* of the bytes that wait; NULL for none */
  GByteArray *bytes;                    /* a character may be cut between two words */
} Words;

static void
flush (Words *words)
{
  g_autofree char *text = NULL;

  if (words->charset == NULL)
    return;
  if (words->bytes->len > 0)
    text = g_convert ((const char *) words->bytes->data, words->bytes->len, "UTF-8", words->charset,
                      NULL, NULL, NULL);
  if (text == NULL && words->bytes->len > 0)
    text = jkb_charset_decode_labelled ((const char *) words->bytes->data, words->bytes->len,
                                        words->charset, NULL, NULL, NULL);
  if (words->bytes->len > 0)
    g_string_append (words->out, text != NULL ? text : "\xef\xbf\xbd");
  g_clear_pointer (&words->charset, g_free);
  g_byte_array_set_size (words->bytes, 0);
}

/* A word `=?charset?B?text?=` at @p; a language may follow the charset (RFC 2231). */
static const char *
take_word (Words *words, const char *p, const char *end)
{
  const char *charset = p + 2;
  const char *mark = memchr (charset, '?', (gsize) MIN (end - charset, 60));
  const char *text = mark != NULL && end - mark > 4 && mark[2] == '?' ? mark + 3 : NULL;
  const char *close = text != NULL ? g_strstr_len (text, MIN (end - text, 1000), "?=") : NULL;
  g_autofree char *name = NULL;

  if (close == NULL || mark == charset || strchr ("bBqQ", mark[1]) == NULL)
    return NULL;
  for (const char *c = charset; c < mark; c++)
    if (!g_ascii_isalnum (*c) && strchr ("-_*", *c) == NULL)
      return NULL;
  name = g_ascii_strdown (charset, mark - charset);
  *(strchr (name, '*') != NULL ? strchr (name, '*') : name + strlen (name)) = '\0';
  if (g_strcmp0 (words->charset, name) != 0)
    {
      flush (words);
      words->charset = g_steal_pointer (&name);
    }
  if (mark[1] == 'b' || mark[1] == 'B')
    append_base64 (words->bytes, text, (gsize) (close - text));
  else
    append_quoted (words->bytes, text, close, TRUE);
  return close + 2;
}

static void
append_plain (Words *words, const char *p, gsize n_bytes)
{
  g_autofree char *text = NULL;

  if (n_bytes == 0)
    return;
  text = jkb_charset_decode_labelled (p, n_bytes, NULL, NULL, NULL, NULL);
  flush (words);
  g_string_append (words->out, text != NULL ? text : "\xef\xbf\xbd");
}

static gboolean
is_blank (const char *p, gsize n_bytes)
{
  for (gsize i = 0; i < n_bytes; i++)
    if (!g_ascii_isspace (p[i]))
      return FALSE;
  return TRUE;
}

static char *
finish_words (Words *words)
{
  char *text = g_utf8_make_valid (words->out->str, (gssize) strlen (words->out->str));

  for (char *p = text; *p != '\0'; p++)
    if (g_ascii_iscntrl (*p))
      *p = ' ';
  g_string_free (words->out, TRUE);
  g_byte_array_unref (words->bytes);
  return g_strstrip (text);
}

char *
jkb_mail_code_words (const char *raw, gsize n_bytes)
{
  Words words = { g_string_new (NULL), NULL, g_byte_array_new () };
  const char *end = raw + n_bytes, *plain = raw, *p = raw;

  while (p < end)
    {
      const char *start = g_strstr_len (p, end - p, "=?");
      Words before = words;
      const char *next;

      if (start == NULL)
        break;
      /* Blanks between two words are left out; whatever else stands there is text. */
      if (before.charset == NULL || !is_blank (plain, (gsize) (start - plain)))
        append_plain (&words, plain, (gsize) (start - plain));
      plain = start;
      next = take_word (&words, start, end);
      p = next != NULL ? next : start + 2;
      if (next != NULL)
        plain = next;
    }
  append_plain (&words, plain, (gsize) (end - plain));
  flush (&words);
  return finish_words (&words);
}

/* ---------------------------------------------------------------- bodies */

GBytes *
jkb_mail_code_body (const char *encoding, const char *raw, gsize n_bytes)
{
  GByteArray *out = g_byte_array_sized_new ((guint) n_bytes);

  if (encoding != NULL && g_ascii_strcasecmp (encoding, "base64") == 0)
    append_base64 (out, raw, n_bytes);
  else if (encoding != NULL && g_ascii_strcasecmp (encoding, "quoted-printable") == 0)
    append_quoted (out, raw, raw + n_bytes, FALSE);
  else
    g_byte_array_append (out, (const guint8 *) raw, (guint) n_bytes);
  return g_byte_array_free_to_bytes (out);
}
