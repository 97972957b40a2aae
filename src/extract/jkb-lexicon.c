/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "extract/jkb-lexicon.h"

#include <string.h>

#include "core/jkb-data-table.h"
#include "core/jkb-error.h"
#include "core/jkb-memory.h"
#include "core/jkb-normal.h"
#include "extract/jkb-lexicon-private.h"

enum { COLUMN_CLASS, COLUMN_TERM, COLUMN_VALUE, COLUMN_WEIGHT, COLUMN_NOTE };
static const char *const columns[] = { "class", "term", "value", "weight", "note", NULL };

#define GAP "…"

/* A part of a term while the files are read: the uses of each word are in a chain. */
typedef struct
{
  JkbTermUse use;                       /* without its term */
  guint term;                           /* the index of that */
  guint word;
  guint next;                           /* the use of the same word before it, or NO_USE */
} Loaded;

#define NO_USE G_MAXUINT

/* What is kept while the files are read. Strings lie in few large blocks, so that no holes are left between those that
 * stay when the others go: what is allocated later would lie scattered over them. */
typedef struct
{
  JkbLexicon *lexicon;
  GArray *terms;                        /* JkbTerm */
  GArray *uses;                         /* Loaded */
  GArray *last_uses;                    /* guint, of each word */
  GHashTable *seen;                     /* class and text of the terms */
  GStringChunk *keys;
} Loader;

static gboolean
read_weight (const char *text, double *weight)
{
  char *end;

  *weight = 1.0;
  if (*text == '\0')
    return TRUE;
  *weight = g_ascii_strtod (text, &end);
  return *end == '\0' && *weight >= 0.0 && *weight <= 100.0;
}

/* Returns the place of this part. */
static guint16
add_part (Loader *self, const char *part, guint term, JkbTermUse use)
{
  guint word = jkb_automaton_add (self->lexicon->automaton, part), none = NO_USE;
  guint *last_use;
  Loaded loaded;

  while (self->last_uses->len <= word)
    g_array_append_val (self->last_uses, none);
  last_use = &g_array_index (self->last_uses, guint, word);
  for (guint i = *last_use; use.is_first && !use.is_last && i != NO_USE; i = g_array_index (self->uses, Loaded, i).next)
    {
      const JkbTermUse *other = &g_array_index (self->uses, Loaded, i).use;

      if (other->is_first && !other->is_last)
        return other->place;
    }
  use.place = (guint16) self->lexicon->n_places;
  self->lexicon->n_places += !use.is_last;
  loaded = (Loaded){ use, term, word, *last_use };
  *last_use = self->uses->len;
  g_array_append_val (self->uses, loaded);
  return use.place;
}

/* Cuts the term at its gaps; a wide gap leaves an empty piece between two parts, which is dropped and
 * noted in the part after it. Returns the number of parts, 0 when the term is malformed. */
static guint
cut_parts (char **pieces, const char **parts, guint8 *gaps)
{
  guint n_parts = 0;
  gboolean is_wide = FALSE;

  if (pieces[0] == NULL || *pieces[0] == '\0')
    return 0;
  for (guint i = 0; pieces[i] != NULL; i++)
    {
      if (*pieces[i] == '\0' && !is_wide && pieces[i + 1] != NULL)
        {
          is_wide = TRUE;
          continue;
        }
      if (*pieces[i] == '\0' || n_parts == JKB_TERM_PARTS_MAX)
        return 0;
      gaps[n_parts] = is_wide ? JKB_TERM_WIDE_GAP_MAX : JKB_TERM_GAP_MAX;
      parts[n_parts++] = pieces[i];
      is_wide = FALSE;
    }
  return n_parts;
}

static gboolean
add_parts (Loader *self, const JkbTerm *term, guint index)
{
  g_auto(GStrv) pieces = g_strsplit (term->text, GAP, -1);
  const char *parts[JKB_TERM_PARTS_MAX];
  guint8 gaps[JKB_TERM_PARTS_MAX];
  guint n_parts = cut_parts (pieces, parts, gaps);
  guint16 before = 0;

  if (n_parts == 0 || strlen (term->text) > JKB_TERM_BYTES_MAX 
      || self->lexicon->n_places > G_MAXUINT16 - n_parts)
    return FALSE;
  for (guint i = 0; i < n_parts; i++)
    before = add_part (self, parts[i], index,
                       (JkbTermUse){ NULL, 0, before, gaps[i], (guint) term->term_class, term->hides != FALSE,
                                     i == 0, i == n_parts - 1 });
  return TRUE;
}

/* The gap is told apart before normalising, which would make three full stops of it. */
static char *
normalise_term (const char *term)
{
  g_auto(GStrv) parts = g_strsplit (term, GAP, -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *normal = jkb_normal_string (parts[i], JKB_NORMAL_READING | JKB_NORMAL_LOWER);

      g_free (parts[i]);
      parts[i] = normal;
    }
  return g_strjoinv (GAP, parts);
}

static gboolean
read_row (Loader *self, const JkbDataTable *table, guint row, const char *file, GError **error)
{
  const char *name = jkb_data_table_get (table, row, COLUMN_CLASS);
  const char *value = jkb_data_table_get (table, row, COLUMN_VALUE);
  const char *weight = jkb_data_table_get (table, row, COLUMN_WEIGHT);
  const char *words = jkb_data_table_get (table, row, COLUMN_TERM);
  int term_class = jkb_term_class_from_name (name);
  g_autofree char *text = NULL;
  g_autofree char *key = NULL;
  JkbTerm term = { .hides = strcmp (value, "-") == 0, .file = file, .line = jkb_data_table_line (table, row) };

  if (term_class < 0)
    return jkb_data_table_fail (table, row, error, "there is no class “%s”", name);
  text = normalise_term (words);
  term.text = g_string_chunk_insert (self->lexicon->texts, text);
  term.value_text = g_string_chunk_insert_const (self->lexicon->texts, value);
  term.term_class = (JkbTermClass) term_class;
  if (*term.text == '\0')
    return jkb_data_table_fail (table, row, error, "the term is empty");
  if (!term.hides && !jkb_term_class_value (term_class, value, &term.value))
    return jkb_data_table_fail (table, row, error, "the class %s has no value “%s”", name, value);
  if (!read_weight (weight, &term.weight))
    return jkb_data_table_fail (table, row, error, "“%s” is no weight", weight);
  key = g_strdup_printf ("%s\t%s", name, term.text);
  if (!g_hash_table_add (self->seen, g_string_chunk_insert (self->keys, key)))
    return jkb_data_table_fail (table, row, error, "“%s” is there twice", words);
  if (term_class != JKB_TERM_ORG_NATURE && !add_parts (self, &term, self->terms->len))
    return jkb_data_table_fail (table, row, error, "“%s” has an empty part or too many", words);
  g_array_append_val (self->terms, term);
  return TRUE;
}

static gboolean
read_table (Loader *self, const JkbDataTable *table, const char *name, GError **error)
{
  char *file = g_strdup (name);

  g_ptr_array_add (self->lexicon->file_names, file);
  for (guint i = 0; i < jkb_data_table_n_rows (table); i++)
    if (!read_row (self, table, i, file, error))
      return FALSE;
  return TRUE;
}

/* What the last bytes of a name and the length of its end are told by. */
static guint
ending_mark (const char *end, gsize n_bytes)
{
  guint key = (guchar) end[-1];

  if (n_bytes > 2)
    key |= (guint) (guchar) end[-2] << 8 | (guint) (guchar) end[-3] << 16;
  return ((key + (guint) n_bytes * 0x1000193u) * 0x9e3779b1u) >> 20;
}

static void
mark_ending (JkbLexicon *lexicon, const char *text)
{
  gsize n_bytes = strlen (text);
  guint mark = ending_mark (text + n_bytes, n_bytes);

  lexicon->n_ending_max = MAX (lexicon->n_ending_max, n_bytes);
  lexicon->ending_marks[mark / 64] |= G_GUINT64_CONSTANT (1) << (mark % 64);
}

/* The uses of each word in the order of their terms. */
static void
seal (Loader *self)
{
  guint n_words = self->last_uses->len, end = 0;
  g_autofree guint32 *first = g_new0 (guint32, n_words + 1);
  gsize n_term_bytes = self->terms->len * sizeof (JkbTerm);
  guint8 *memory = jkb_memory_new_table (n_term_bytes + self->uses->len * sizeof (JkbTermUse));
  JkbTermUse *uses = (JkbTermUse *) (void *) (memory + n_term_bytes);

  if (n_term_bytes > 0)
    memcpy (memory, self->terms->data, n_term_bytes);
  self->lexicon->memory = memory;
  self->lexicon->terms = (const JkbTerm *) (const void *) memory;
  self->lexicon->n_terms = self->terms->len;
  for (guint i = 0; i < self->uses->len; i++)
    first[g_array_index (self->uses, Loaded, i).word]++;
  for (guint word = 0; word < n_words; word++)
    {
      guint at = end += first[word];

      for (guint i = g_array_index (self->last_uses, guint, word); i != NO_USE;
           i = g_array_index (self->uses, Loaded, i).next)
        {
          const Loaded *loaded = &g_array_index (self->uses, Loaded, i);

          uses[--at] = loaded->use;
          uses[at].term = &self->lexicon->terms[loaded->term];
          uses[at].ends_word = at == end - 1;
        }
      first[word] = at;
    }
  for (guint i = 0; i < self->terms->len; i++)
    if (self->lexicon->terms[i].term_class == JKB_TERM_ORG_NATURE)
      {
        const JkbTerm *term = &self->lexicon->terms[i];

        g_hash_table_insert (self->lexicon->endings, (gpointer) term->text, (gpointer) term);
        mark_ending (self->lexicon, term->text);
      }
  self->lexicon->uses = uses;
  jkb_automaton_seal (self->lexicon->automaton, first);
}

static JkbLexicon *
create_empty (void)
{
  JkbLexicon *self = g_new0 (JkbLexicon, 1);

  self->file_names = g_ptr_array_new_with_free_func (g_free);
  self->texts = g_string_chunk_new (64 * 1024);
  self->automaton = jkb_automaton_new ();
  self->endings = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

static Loader *
loader_new (void)
{
  Loader *self = g_new0 (Loader, 1);

  self->lexicon = create_empty ();
  self->terms = g_array_new (FALSE, FALSE, sizeof (JkbTerm));
  self->uses = g_array_new (FALSE, FALSE, sizeof (Loaded));
  self->last_uses = g_array_new (FALSE, FALSE, sizeof (guint));
  self->seen = g_hash_table_new (g_str_hash, g_str_equal);
  self->keys = g_string_chunk_new (64 * 1024);
  return self;
}

static void
loader_free (Loader *self)
{
  jkb_lexicon_free (self->lexicon);
  g_array_unref (self->terms);
  g_array_unref (self->uses);
  g_array_unref (self->last_uses);
  g_hash_table_unref (self->seen);
  g_string_chunk_free (self->keys);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Loader, loader_free)

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
list_data_files (const char *dir, GError **error)
{
  g_autoptr(GDir) handle = g_dir_open (dir, 0, error);
  GPtrArray *names;

  if (handle == NULL)
    return NULL;
  names = g_ptr_array_new_with_free_func (g_free);
  for (const char *name; (name = g_dir_read_name (handle)) != NULL;)
    if (g_str_has_suffix (name, ".tsv"))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  return names;
}

JkbLexicon *
jkb_lexicon_load (const char *dir, GError **error)
{
  g_autoptr(Loader) loader = loader_new ();
  g_autoptr(GPtrArray) names = list_data_files (dir, error);

  if (names == NULL)
    return NULL;
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autofree char *path = g_build_filename (dir, name, NULL);
      g_autoptr(JkbDataTable) table = jkb_data_table_read (path, columns, error);

      if (table == NULL || !read_table (loader, table, name, error))
        return NULL;
    }
  seal (loader);
  return g_steal_pointer (&loader->lexicon);
}

JkbLexicon *
jkb_lexicon_parse (const char *text, const char *name, GError **error)
{
  g_autoptr(Loader) loader = loader_new ();
  g_autoptr(JkbDataTable) table = jkb_data_table_parse (text, name, columns, error);

  if (table == NULL || !read_table (loader, table, name, error))
    return NULL;
  seal (loader);
  return g_steal_pointer (&loader->lexicon);
}

void
jkb_lexicon_free (JkbLexicon *lexicon)
{
  if (lexicon == NULL)
    return;
  g_hash_table_unref (lexicon->endings);
  g_ptr_array_unref (lexicon->file_names);
  g_string_chunk_free (lexicon->texts);
  jkb_memory_free_table (lexicon->memory);
  jkb_automaton_free (lexicon->automaton);
  g_free (lexicon);
}

guint
jkb_lexicon_n_terms (const JkbLexicon *lexicon)
{
  return lexicon->n_terms;
}

const JkbTerm *
jkb_lexicon_term (const JkbLexicon *lexicon, guint index)
{
  g_return_val_if_fail (index < lexicon->n_terms, NULL);

  return &lexicon->terms[index];
}

const JkbTerm *
jkb_lexicon_find_ending (const JkbLexicon *lexicon, const char *name)
{
  const char *end = name + strlen (name);

  for (; *name != '\0'; name = g_utf8_next_char (name))
    {
      guint mark = ending_mark (end, (gsize) (end - name));
      gboolean may_be = (gsize) (end - name) <= lexicon->n_ending_max && (lexicon->ending_marks[mark / 64] >> (mark % 64) & 1) != 0;
      const JkbTerm *term = may_be ? g_hash_table_lookup (lexicon->endings, name) : NULL;

      if (term != NULL)
        return term;
    }
  return NULL;
}
