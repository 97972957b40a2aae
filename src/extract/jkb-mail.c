/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A mail is fields, an empty line and a body; a body of type multipart is cut at lines that begin with
 * `--` and its boundary, and each piece is fields and a body again. Each level looks at its bytes once
 * for boundaries, and levels are bounded, so that time is linear in the bytes.
 */
#include "extract/jkb-mail.h"

#include <string.h>

#include "extract/jkb-entry-page.h"
#include "extract/jkb-mail-code.h"

#define DEPTH_MAX 8
#define N_PARTS_MAX 500
#define N_FIELDS_LOOKED_AT 200

typedef struct
{
  const char *begin;
  const char *end;
} Stretch;

static void
free_part (gpointer data)
{
  JkbMailPart *part = data;

  g_free (part->type);
  g_free (part->charset);
  g_free (part->name);
  g_bytes_unref (part->bytes);
  g_free (part);
}

/* ---------------------------------------------------------------- fields */

static const char *
find_line_end (const char *p, const char *end)
{
  const char *found = memchr (p, '\n', (gsize) (end - p));

  return found != NULL ? found + 1 : end;
}

static gboolean
is_empty_line (const char *p, const char *end)
{
  return p < end && (*p == '\n' || (*p == '\r' && p + 1 < end && p[1] == '\n'));
}

/* A field with the lines that continue it. */
static const char *
find_field_end (const char *p, const char *end)
{
  do
    p = find_line_end (p, end);
  while (p < end && (*p == ' ' || *p == '\t') && !is_empty_line (p, end));
  return p;
}

static gsize
count_name (const char *p, const char *end)
{
  gsize n = 0;

  while (p + n < end && (g_ascii_isalnum (p[n]) || p[n] == '-' || p[n] == '_'))
    n++;
  return p + n < end && p[n] == ':' ? n : 0;
}

/* Cuts @whole at the first empty line. */
static Stretch
split_fields (Stretch whole, Stretch *body)
{
  const char *p = whole.begin;

  while (p < whole.end && !is_empty_line (p, whole.end))
    p = find_line_end (p, whole.end);
  *body = (Stretch){ p < whole.end ? find_line_end (p, whole.end) : whole.end, whole.end };
  return (Stretch){ whole.begin, p };
}

static gboolean
find_field (Stretch fields, const char *name, Stretch *value)
{
  gsize n = strlen (name);

  for (const char *p = fields.begin, *next; p < fields.end; p = next)
    {
      next = find_field_end (p, fields.end);
      if (count_name (p, fields.end) == n && g_ascii_strncasecmp (p, name, n) == 0)
        {
          *value = (Stretch){ p + n + 1, next };
          return TRUE;
        }
    }
  return FALSE;
}

static char *
dup_field (Stretch fields, const char *name)
{
  Stretch value;
  char *text;

  if (!find_field (fields, name, &value))
    return NULL;
  text = g_strndup (value.begin, (gsize) (value.end - value.begin));
  return g_strstrip (g_strdelimit (text, "\r\n\t", ' '));
}

/* `name=value` or `name="value"` behind a semicolon. */
static char *
dup_parameter (const char *field, const char *name)
{
  const char *p = field;
  gsize n = strlen (name);

  while (p != NULL && (p = strchr (p, ';')) != NULL)
    {
      const char *close;

      p += 1 + strspn (p + 1, " ");
      if (g_ascii_strncasecmp (p, name, n) != 0 || p[n + strspn (p + n, " ")] != '=')
        continue;
      p = strchr (p, '=') + 1;
      p += strspn (p, " ");
      if (*p == '"' && (close = strchr (p + 1, '"')) != NULL)
        return g_strndup (p + 1, (gsize) (close - p - 1));
      return g_strndup (p, strcspn (p, "; \""));
    }
  return NULL;
}

/* ---------------------------------------------------------------- parts */

static void read_entity (Stretch whole, guint depth, GPtrArray *parts);

static gboolean
is_boundary (const char *line, const char *end, const char *boundary, gboolean *is_last)
{
  gsize n = strlen (boundary);

  if ((gsize) (end - line) < n + 2 || memcmp (line, "--", 2) != 0 || memcmp (line + 2, boundary, n) != 0)
    return FALSE;
  line += n + 2;
  *is_last = end - line >= 2 && memcmp (line, "--", 2) == 0;
  return TRUE;
}

static void
read_pieces (Stretch body, const char *boundary, guint depth, GPtrArray *parts)
{
  const char *begin = NULL;
  gboolean is_last = FALSE;

  for (const char *p = body.begin; p < body.end && !is_last; p = find_line_end (p, body.end))
    if (is_boundary (p, body.end, boundary, &is_last))
      {
        if (begin != NULL)
          read_entity ((Stretch){ begin, p }, depth + 1, parts);
        begin = find_line_end (p, body.end);
      }
  if (begin != NULL && !is_last)
    read_entity ((Stretch){ begin, body.end }, depth + 1, parts);
}

static gboolean
is_text (const JkbMailPart *part)
{
  return !part->is_attachment && g_bytes_get_size (part->bytes) > 0;
}

/* Of several forms of the same text HTML is the one with structure; attachments stay. */
static void
keep_one_alternative (GPtrArray *parts)
{
  const JkbMailPart *best = NULL;

  for (guint i = 0; i < parts->len; i++)
    {
      const JkbMailPart *part = g_ptr_array_index (parts, i);

      if (is_text (part) && (best == NULL || g_str_equal (part->type, "text/html")))
        best = part;
    }
  for (guint i = parts->len; best != NULL && i-- > 0;)
    if (g_ptr_array_index (parts, i) != best && is_text (g_ptr_array_index (parts, i)))
      g_ptr_array_remove_index (parts, i);
}

static void
read_multipart (Stretch body, const char *type, const char *boundary, guint depth, GPtrArray *parts)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (free_part);

  read_pieces (body, boundary, depth, found);
  if (g_str_equal (type, "multipart/alternative"))
    keep_one_alternative (found);
  g_ptr_array_extend_and_steal (parts, found);
}

static char *
read_type (const char *field)
{
  g_autofree char *type = field != NULL ? g_ascii_strdown (field, (gssize) strcspn (field, "; ")) : NULL;

  return g_strdup (type != NULL && strchr (type, '/') != NULL ? type : "text/plain");
}

static char *
read_name (const char *type_field, const char *disposition)
{
  g_autofree char *raw = disposition != NULL ? dup_parameter (disposition, "filename") : NULL;

  if (raw == NULL && type_field != NULL)
    raw = dup_parameter (type_field, "name");
  return raw != NULL ? jkb_mail_code_words (raw, strlen (raw)) : NULL;
}

static void
read_leaf (Stretch fields, Stretch body, const char *type_field, GPtrArray *parts)
{
  g_autofree char *disposition = dup_field (fields, "content-disposition");
  g_autofree char *encoding = dup_field (fields, "content-transfer-encoding");
  JkbMailPart *part = g_new0 (JkbMailPart, 1);

  part->type = read_type (type_field);
  part->charset = type_field != NULL ? dup_parameter (type_field, "charset") : NULL;
  part->name = read_name (type_field, disposition);
  part->is_attachment = (!g_str_equal (part->type, "text/plain") && !g_str_equal (part->type, "text/html"))
                        || (disposition != NULL && g_ascii_strncasecmp (disposition, "attachment", 10) == 0);
  part->bytes = jkb_mail_code_body (encoding, body.begin, (gsize) (body.end - body.begin));
  g_ptr_array_add (parts, part);
}

static void
read_entity (Stretch whole, guint depth, GPtrArray *parts)
{
  Stretch body, fields = split_fields (whole, &body);
  g_autofree char *type_field = dup_field (fields, "content-type");
  g_autofree char *type = read_type (type_field);
  g_autofree char *boundary = type_field != NULL ? dup_parameter (type_field, "boundary") : NULL;

  if (depth >= DEPTH_MAX || parts->len >= N_PARTS_MAX)
    return;
  if (g_str_has_prefix (type, "multipart/") && boundary != NULL && *boundary != '\0')
    read_multipart (body, type, boundary, depth, parts);
  else
    read_leaf (fields, body, type_field, parts);
}

/* ---------------------------------------------------------------- the mail */

/* A line that mail boxes put before each message. */
static Stretch
skip_box_line (const char *bytes, gsize n_bytes)
{
  Stretch whole = { bytes, bytes + n_bytes };

  if (n_bytes > 5 && memcmp (bytes, "From ", 5) == 0)
    whole.begin = find_line_end (bytes, whole.end);
  return whole;
}

gboolean
jkb_mail_is_mail (const char *bytes, gsize n_bytes)
{
  static const char *const senders[] = { "from", "received", "return-path", "message-id", "mime-version" };
  static const char *const others[] = { "subject", "date", "to", "content-type" };
  Stretch body, found, whole = skip_box_line (bytes, n_bytes);
  Stretch fields = { whole.begin, whole.begin };
  guint n_senders = 0, n_others = 0;

  for (guint n = 0; n < N_FIELDS_LOOKED_AT && count_name (fields.end, whole.end) > 0; n++)
    fields.end = find_field_end (fields.end, whole.end);
  body = fields;
  for (guint i = 0; i < G_N_ELEMENTS (senders); i++)
    n_senders += find_field (body, senders[i], &found);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    n_others += find_field (body, others[i], &found);
  return n_senders > 0 && n_others > 0 && n_senders + n_others > 2;
}

JkbMail *
jkb_mail_read (const char *bytes, gsize n_bytes)
{
  JkbMail *mail = g_new0 (JkbMail, 1);
  Stretch body, value, whole = skip_box_line (bytes, n_bytes);
  Stretch fields = split_fields (whole, &body);
  g_autofree char *date = dup_field (fields, "date");
  g_autofree char *valid = date != NULL ? g_utf8_make_valid (date, -1) : NULL;

  mail->day = jkb_entry_page_day (valid);
  mail->subject = find_field (fields, "subject", &value)
                      ? jkb_mail_code_words (value.begin, (gsize) (value.end - value.begin))
                      : g_strdup ("");
  mail->parts = g_ptr_array_new_with_free_func (free_part);
  read_entity (whole, 0, mail->parts);
  return mail;
}

void
jkb_mail_free (JkbMail *mail)
{
  if (mail == NULL)
    return;
  g_free (mail->subject);
  g_free (mail->day);
  g_ptr_array_unref (mail->parts);
  g_free (mail);
}
