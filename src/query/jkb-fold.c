/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Three data files, each of them a table that a person can read and extend:
 *
 * characters.tsv   from to      one character by another of the same length in UTF-8 (two or three
 *                               bytes), so that places in the text before and after are the same
 * variants.tsv     spellings    spellings of one word, separated by blanks
 * fields.tsv       field value alias    further names of fields (value empty) and of their values
 */
#include "query/jkb-fold.h"

#include <string.h>

#include "core/jkb-data-table.h"
#include "core/jkb-paths.h"

#define FOLD_FLAGS (JKB_NORMAL_LOWER | JKB_NORMAL_READING)
#define MAX_CHARACTER 0x10000

struct _JkbFold
{
  gatomicrefcount ref_count;
  guint16 *characters;          /* what a character of the BMP becomes; 0 when it stays */
  GPtrArray *groups;            /* GPtrArray of folded spellings each */
  GHashTable *fields;           /* "field alias" -> stable name; "" is the field of fields */
  gsize name;                   /* a char *, once somebody asked for it */
};

static JkbDataTable *
read_table (const char *data_dir, const char *name, const char *const *columns, GError **error)
{
  g_autofree char *relative = g_build_filename ("query", name, NULL);
  g_autofree char *path = data_dir != NULL ? g_build_filename (data_dir, name, NULL)
                                           : jkb_paths_data_file (relative);

  return jkb_data_table_read (path, columns, error);
}

/* The one character of a field, 0 when it holds anything else or something that is folded anyway. */
static gunichar
get_character (const char *field)
{
  gunichar c = g_utf8_get_char (field);
  g_autofree char *normal = jkb_normal_string (field, FOLD_FLAGS);

  if (g_utf8_strlen (field, -1) != 1 || c >= MAX_CHARACTER || strcmp (normal, field) != 0)
    return 0;
  return c;
}

static gboolean
load_characters (JkbFold *self, const char *data_dir, GError **error)
{
  static const char *const columns[] = { "from", "to", NULL };
  g_autoptr(JkbDataTable) table = read_table (data_dir, "characters.tsv", columns, error);

  if (table == NULL)
    return FALSE;
  for (guint row = 0; row < jkb_data_table_n_rows (table); row++)
    {
      const char *from_text = jkb_data_table_get (table, row, 0);
      const char *to_text = jkb_data_table_get (table, row, 1);
      gunichar from = get_character (from_text), to = get_character (to_text);

      if (from == 0 || to == 0 || from == to || strlen (from_text) < 2
          || strlen (from_text) != strlen (to_text))
        return jkb_data_table_fail (table, row, error,
                                    "“%s” and “%s” are not two different characters of the same "
                                    "length that are in folded form",
                                    from_text, to_text);
      if (self->characters[from] != 0 || self->characters[to] != 0)
        return jkb_data_table_fail (table, row, error, "“%s” or “%s” is replaced already",
                                    from_text, to_text);
      self->characters[from] = (guint16) to;
    }
  return TRUE;
}

/* No target may be a source, or folding twice would differ from folding once. */
static gboolean
check_characters (const JkbFold *self, GError **error)
{
  for (guint from = 0; from < MAX_CHARACTER; from++)
    if (self->characters[from] != 0 && self->characters[self->characters[from]] != 0)
      {
        g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
                     "characters.tsv: U+%04X becomes U+%04X, which is replaced itself", from,
                     self->characters[from]);
        return FALSE;
      }
  return TRUE;
}

static gboolean
load_variants (JkbFold *self, const char *data_dir, GError **error)
{
  static const char *const columns[] = { "spellings", NULL };
  g_autoptr(JkbDataTable) table = read_table (data_dir, "variants.tsv", columns, error);

  if (table == NULL)
    return FALSE;
  for (guint row = 0; row < jkb_data_table_n_rows (table); row++)
    {
      g_auto(GStrv) words = g_strsplit (jkb_data_table_get (table, row, 0), " ", -1);
      GPtrArray *group = g_ptr_array_new_with_free_func (g_free);

      g_ptr_array_add (self->groups, group);
      for (guint i = 0; words[i] != NULL; i++)
        {
          if (*words[i] == '\0')
            return jkb_data_table_fail (table, row, error, "an empty spelling");
          g_ptr_array_add (group, jkb_fold_string (self, words[i]));
        }
      if (group->len < 2)
        return jkb_data_table_fail (table, row, error, "one spelling is no variant");
    }
  return TRUE;
}

static char *
make_field_key (const JkbFold *self, const char *field, const char *name)
{
  g_autofree char *folded = jkb_fold_string (self, name);

  return g_strconcat (field, " ", folded, NULL);
}

static gboolean
load_fields (JkbFold *self, const char *data_dir, GError **error)
{
  static const char *const columns[] = { "field", "value", "alias", NULL };
  g_autoptr(JkbDataTable) table = read_table (data_dir, "fields.tsv", columns, error);

  if (table == NULL)
    return FALSE;
  for (guint row = 0; row < jkb_data_table_n_rows (table); row++)
    {
      const char *field = jkb_data_table_get (table, row, 0);
      const char *value = jkb_data_table_get (table, row, 1);
      const char *alias = jkb_data_table_get (table, row, 2);
      const char *name = *value != '\0' ? value : field;
      char *key;

      if (*field == '\0' || *alias == '\0')
        return jkb_data_table_fail (table, row, error, "a field and an alias are needed");
      key = make_field_key (self, *value != '\0' ? field : "", alias);
      if (!g_hash_table_insert (self->fields, key, g_strdup (name)))
        return jkb_data_table_fail (table, row, error, "“%s” is there already", alias);
    }
  return TRUE;
}

JkbFold *
jkb_fold_new (const char *data_dir, GError **error)
{
  g_autoptr(JkbFold) self = g_new0 (JkbFold, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->characters = g_new0 (guint16, MAX_CHARACTER);
  self->groups = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (!load_characters (self, data_dir, error) || !check_characters (self, error)
      || !load_variants (self, data_dir, error) || !load_fields (self, data_dir, error))
    return NULL;
  return g_steal_pointer (&self);
}

JkbFold *
jkb_fold_ref (JkbFold *fold)
{
  g_atomic_ref_count_inc (&fold->ref_count);
  return fold;
}

void
jkb_fold_unref (JkbFold *fold)
{
  if (!g_atomic_ref_count_dec (&fold->ref_count))
    return;
  g_free (fold->characters);
  g_ptr_array_unref (fold->groups);
  g_hash_table_unref (fold->fields);
  g_free ((char *) fold->name);
  g_free (fold);
}

/* Three bytes are enough: every character that is replaced has two or three, as its like. */
static void
replace_characters (const JkbFold *self, guchar *p)
{
  while (*p != '\0')
    {
      guint n = *p < 0x80 ? 1 : *p < 0xe0 ? 2 : *p < 0xf0 ? 3 : 4;
      gunichar c = n == 2   ? (gunichar) (p[0] & 0x1f) << 6 | (p[1] & 0x3f)
                   : n == 3 ? (gunichar) (p[0] & 0x0f) << 12 | (gunichar) (p[1] & 0x3f) << 6
                                  | (p[2] & 0x3f)
                            : 0;

      if (self->characters[c] != 0)
        g_unichar_to_utf8 (self->characters[c], (char *) p);
      p += n;
    }
}

JkbNormal *
jkb_fold_text (const JkbFold *fold, const char *text, gsize n_bytes)
{
  JkbNormal *normal = jkb_normal_new (text, n_bytes, FOLD_FLAGS);

  replace_characters (fold, (guchar *) normal->text);
  return normal;
}

char *
jkb_fold_string (const JkbFold *fold, const char *text)
{
  JkbNormal *normal = jkb_fold_text (fold, text, strlen (text));
  char *folded = g_steal_pointer (&normal->text);

  jkb_normal_free (normal);
  return folded;
}

/* Each by itself: between line feeds nothing joins with its neighbour. */
static void
append_characters (GString *text, gunichar first, gunichar last)
{
  for (gunichar c = first; c <= last; c++)
    if (g_unichar_validate (c))
      {
        g_string_append_unichar (text, c);
        g_string_append_c (text, '\n');
      }
}

/* What is replaced after that, as it stands in the file. */
static void
append_replaced (const JkbFold *self, GString *text)
{
  for (gunichar c = 1; c < MAX_CHARACTER; c++)
    if (self->characters[c] != 0)
      {
        g_string_append_unichar (text, c);
        g_string_append_unichar (text, self->characters[c]);
      }
}

/* Characters of their own stay what they are in every version of Unicode: ideographs of the first blocks, syllables
   of Hangul and what is for private use. Stops are told apart by their neighbours. */
static char *
make_name (const JkbFold *self)
{
  g_autoptr(GString) characters = g_string_new ("一,﨑.⽇,ｱ.\xf0\xa0\x80\x8b,a.com (1),一\n");
  g_autoptr(JkbNormal) folded = NULL;
  g_autoptr(GString) all = NULL;

  append_characters (characters, 1, 0x33ff);
  append_characters (characters, 0xa000, 0xabff);
  append_characters (characters, 0xf900, 0xffff);
  append_characters (characters, 0x1d400, 0x1d7ff);     /* letters for formulas */
  append_characters (characters, 0x1f100, 0x1f2ff);     /* enclosed letters and ideographs */
  append_characters (characters, 0x2f800, 0x2fa1f);     /* further forms of ideographs */
  folded = jkb_fold_text (self, characters->str, characters->len);
  all = g_string_new_len (folded->text, (gssize) folded->n_bytes);
  append_replaced (self, all);
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) all->str, all->len);
}

char *
jkb_fold_describe (JkbFold *fold)
{
  if (g_once_init_enter (&fold->name))
    g_once_init_leave (&fold->name, (gsize) make_name (fold));
  return g_strdup ((const char *) fold->name);
}

static gboolean
contains (const GPtrArray *words, const char *word)
{
  for (guint i = 0; i < words->len; i++)
    if (strcmp (g_ptr_array_index (words, i), word) == 0)
      return TRUE;
  return FALSE;
}

/* The longest spelling of @group that stands at @p: サーバー, not the サーバ in it. */
static const char *
find_spelling (const GPtrArray *group, const char *p)
{
  const char *longest = NULL;

  for (guint i = 0; i < group->len; i++)
    {
      const char *spelling = g_ptr_array_index (group, i);

      /* Most differ here already, and calls would cost more than the comparison. */
      if (spelling[0] == p[0] && spelling[1] == p[1] && g_str_has_prefix (p, spelling)
          && (longest == NULL || strlen (spelling) > strlen (longest)))
        longest = spelling;
    }
  return longest;
}

/* Adds @word with each other spelling of @group in each place where one of its spellings stands. */
static void
add_replaced (GPtrArray *words, const char *word, const GPtrArray *group)
{
  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    {
      const char *from = find_spelling (group, p);

      for (guint i = 0; from != NULL && i < group->len && words->len < JKB_FOLD_MAX_SPELLINGS; i++)
        {
          g_autofree char *other = g_strdup_printf ("%.*s%s%s", (int) (p - word), word,
                                                    (char *) g_ptr_array_index (group, i),
                                                    p + strlen (from));

          if (!contains (words, other))
            g_ptr_array_add (words, g_steal_pointer (&other));
        }
    }
}

/* A spelling that holds a shorter one finds nothing that the shorter one does not. */
static void
drop_longer (GPtrArray *words)
{
  for (guint i = 0; i < words->len;)
    {
      gboolean is_needless = FALSE;

      for (guint j = 0; j < words->len && !is_needless; j++)
        is_needless = i != j
                      && strstr (g_ptr_array_index (words, i), g_ptr_array_index (words, j));
      if (is_needless)
        g_ptr_array_remove_index (words, i);
      else
        i++;
    }
}

GPtrArray *
jkb_fold_spellings (const JkbFold *fold, const char *folded)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (words, g_strdup (folded));
  for (guint i = 0; i < words->len; i++)
    for (guint j = 0; j < fold->groups->len; j++)
      add_replaced (words, g_ptr_array_index (words, i), g_ptr_array_index (fold->groups, j));
  drop_longer (words);
  return words;
}

/* What a comma or full stop at @p might be elsewhere; %NULL when something else is there. */
static const char *
get_other_stop (const char *p)
{
  return *p == ',' ? "、" : *p == '.' ? "。" : strcmp (p, "、") == 0 ? "," : strcmp (p, "。") == 0 ? "." : NULL;
}

static void
add_form (GPtrArray *forms, char *form)
{
  if (forms->len < JKB_FOLD_MAX_SPELLINGS && !contains (forms, form))
    g_ptr_array_add (forms, form);
  else
    g_free (form);
}

static void
open_begin (GPtrArray *forms)
{
  for (guint i = 0, n = forms->len; i < n; i++)
    {
      const char *form = g_ptr_array_index (forms, i);

      if (*form == ',' || *form == '.')
        add_form (forms, g_strconcat (get_other_stop (form), form + 1, NULL));
    }
}

static void
open_end (GPtrArray *forms)
{
  for (guint i = 0, n = forms->len; i < n; i++)
    {
      const char *form = g_ptr_array_index (forms, i);
      const char *last = g_utf8_prev_char (form + strlen (form));

      if (get_other_stop (last) != NULL)
        add_form (forms, g_strdup_printf ("%.*s%s", (int) (last - form), form, get_other_stop (last)));
    }
}

/* Whether a stop of Latin writing is the last that is seen of @word. */
static gboolean
ends_in_stop (const JkbFold *fold, const char *word)
{
  for (const char *p = word + strlen (word); (p = g_utf8_find_prev_char (word, p)) != NULL;)
    {
      g_autofree char *rest = g_strstrip (jkb_fold_string (fold, p));

      if (*rest != '\0')
        return strcmp (rest, ",") == 0 || strcmp (rest, ".") == 0;
    }
  return FALSE;
}

void
jkb_fold_open_stops (const JkbFold *fold, const char *word, GPtrArray *forms)
{
  open_begin (forms);
  if (ends_in_stop (fold, word))
    open_end (forms);
}

const char *
jkb_fold_field (const JkbFold *fold, const char *field, const char *name)
{
  g_autofree char *key = g_strconcat (field != NULL ? field : "", " ", name, NULL);

  return g_hash_table_lookup (fold->fields, key);
}
