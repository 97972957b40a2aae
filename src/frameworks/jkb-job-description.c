/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "frameworks/jkb-job-description.h"

#include <string.h>

#include "core/jkb-data-table.h"
#include "frameworks/jkb-frameworks-private.h"
#include "frameworks/jkb-role-beside.h"
#include "frameworks/jkb-role-statements.h"

#define N_OTHERS 3

/* ---- words in the language of the description ---- */

enum { W_WORD, W_TEXT_EN, W_TEXT_JA };
static const char *const columns[] = { "word", "text_en", "text_ja", NULL };

static gboolean
read_word (JkbFrameworks *self, const JkbDataTable *table, guint row, GError **error)
{
  JkbJobWord word = { jkb_data_table_get (table, row, W_WORD),
                      { jkb_data_table_get (table, row, W_TEXT_EN),
                        jkb_data_table_get (table, row, W_TEXT_JA) } };

  if (*word.word == '\0' || *word.text.en == '\0' || *word.text.ja == '\0')
    return jkb_data_table_fail (table, row, error, "a text is empty");
  g_ptr_array_add (self->job_words, g_memdup2 (&word, sizeof word));
  return TRUE;
}

gboolean
jkb_frameworks_read_job_words (JkbFrameworks *self, const char *directory, GError **error)
{
  const JkbDataTable *table;

  return jkb_frameworks_read_optional (self, directory, "job-words.tsv", columns, read_word, &table,
                                       error);
}

/* What is being drafted. */
typedef struct
{
  const JkbFrameworks *frameworks;
  JkbJobDescription *description;
} Draft;

static const char *
pick (const Draft *draft, const JkbFrameworkText *text)
{
  return draft->description->is_japanese ? text->ja : text->en;
}

/* A word that the data do not have is said by its name. */
static const char *
say (const Draft *draft, const char *group, const char *nick)
{
  for (guint i = 0; i < draft->frameworks->job_words->len; i++)
    {
      const JkbJobWord *word = g_ptr_array_index (draft->frameworks->job_words, i);
      gsize n = strlen (group);

      if (strncmp (word->word, group, n) == 0 && word->word[n] == '/'
          && strcmp (word->word + n + 1, nick) == 0)
        return pick (draft, &word->text);
    }
  return nick;
}

/* ---- parts ---- */

static void
free_section (gpointer pointer)
{
  JkbJobSection *section = pointer;

  g_ptr_array_unref (section->lines);
  g_free (section->source);
  g_free (section);
}

static JkbJobSection *
new_section (const Draft *draft, const char *nick, gboolean is_list)
{
  JkbJobSection *section = g_new0 (JkbJobSection, 1);

  section->nick = nick;
  section->heading = say (draft, "section", nick);
  section->lines = g_ptr_array_new_with_free_func (g_free);
  section->is_list = is_list;
  return section;
}

/* “NICE 2.2.0: as its publisher has it” */
static char *
name_source (const Draft *draft, const JkbFramework *edition, const char *source)
{
  g_autofree char *name
      = g_strchomp (g_strdup_printf ("%s %s", edition->short_name, edition->edition));

  return g_strdup_printf ("%s: %s", name, say (draft, "source", source));
}

/* A part without lines is left out. */
static void
add_section (const Draft *draft, JkbJobSection *section, char *source)
{
  section->source = source;
  if (section->lines->len > 0)
    g_ptr_array_add (draft->description->sections, section);
  else
    free_section (section);
}

static gboolean
is_own (const JkbRole *role)
{
  return role->origin == JKB_ORIGIN_OWN || role->is_changed;
}

static void
add_summary (const Draft *draft, const JkbRole *role)
{
  JkbJobSection *section = new_section (draft, "summary", FALSE);
  const char *summary = pick (draft, &role->summary);
  const char *source = is_own (role)                              ? "own"
                       : role->origin == JKB_ORIGIN_IMPORTED ? "imported"
                                                                  : "ours";

  if (*summary != '\0')
    g_ptr_array_add (section->lines, g_strdup (summary));
  add_section (draft, section, name_source (draft, role->framework, source));
}

static int
compare_parts (gconstpointer pa, gconstpointer pb)
{
  const JkbAssignment *a = *(const JkbAssignment *const *) pa;
  const JkbAssignment *b = *(const JkbAssignment *const *) pb;
  int order = jkb_compare_ints (b->weight, a->weight);

  if (order == 0)
    order = jkb_compare_ints (a->subject, b->subject);
  return order != 0 ? order : jkb_compare_ints (a->phase, b->phase);
}

static GPtrArray *
list_parts (const JkbFrameworks *frameworks, const JkbRole *role)
{
  GPtrArray *parts = g_ptr_array_new ();

  for (JkbSubject subject = 0; subject < JKB_N_SUBJECTS; subject++)
    {
      g_autoptr(GPtrArray) cell = jkb_frameworks_cell (frameworks, subject, role);

      g_ptr_array_extend (parts, cell, NULL, NULL);
    }
  g_ptr_array_sort (parts, compare_parts);
  return parts;
}

static void
add_incidents (const Draft *draft, const JkbRole *role)
{
  JkbJobSection *section = new_section (draft, "incidents", TRUE);
  g_autoptr(GPtrArray) parts = list_parts (draft->frameworks, role);
  gboolean has_own = FALSE;

  for (guint i = 0; i < parts->len; i++)
    {
      const JkbAssignment *part = g_ptr_array_index (parts, i);
      g_autofree char *weight = g_strdup_printf ("%d", part->weight);

      has_own = has_own || part->origin == JKB_ORIGIN_OWN;
      g_ptr_array_add (
          section->lines,
          g_strdup_printf ("%s · %s (%s): %s",
                           say (draft, "subject", jkb_subject_nick (part->subject)),
                           say (draft, "phase", jkb_word_nick (JKB_WORDS_PHASE, (int) part->phase)),
                           say (draft, "weight", weight), pick (draft, &part->reason)));
    }
  add_section (draft, section,
               has_own ? g_strdup_printf ("%s; %s", say (draft, "source", "ours"),
                                          say (draft, "source", "own"))
                       : g_strdup (say (draft, "source", "ours")));
}

static void
add_statements (const Draft *draft, const JkbRole *role)
{
  const JkbFramework *edition = NULL;
  const GPtrArray *statements = jkb_frameworks_statements (draft->frameworks, role, &edition);

  for (int kind = 0; statements != NULL && kind < JKB_N_STATEMENT_KINDS; kind++)
    {
      JkbJobSection *section
          = new_section (draft, jkb_statement_kind_nick ((JkbStatementKind) kind), TRUE);

      for (guint i = 0; i < statements->len; i++)
        {
          const JkbStatement *statement = g_ptr_array_index (statements, i);

          if ((int) statement->kind == kind)
            g_ptr_array_add (section->lines,
                             g_strdup_printf ("%s (%s)", statement->text, statement->id));
        }
      add_section (draft, section, name_source (draft, edition, "imported"));
    }
}

static void
add_levels (const Draft *draft, const JkbRole *role)
{
  JkbJobSection *section = new_section (draft, "levels", TRUE);
  g_autoptr(GPtrArray) levels = jkb_frameworks_levels (draft->frameworks, role);

  for (guint i = 0; i < levels->len; i++)
    {
      const JkbLevel *level = g_ptr_array_index (levels, i);

      g_ptr_array_add (section->lines,
                       *level->code == '\0'
                           ? g_strdup (pick (draft, &level->name))
                           : g_strdup_printf ("%s (%s): %s %u", pick (draft, &level->name),
                                              level->code, say (draft, "label", "level"),
                                              level->level));
    }
  add_section (draft, section, name_source (draft, role->framework, "publisher"));
}

static void
add_others (const Draft *draft, const JkbRole *role)
{
  JkbJobSection *section = new_section (draft, "others", TRUE);
  g_autoptr(GPtrArray) beside = jkb_frameworks_beside (draft->frameworks, role, role->framework);

  for (guint i = 0; i < beside->len && i < N_OTHERS; i++)
    {
      const JkbBeside *other = g_ptr_array_index (beside, i);

      g_ptr_array_add (section->lines, g_strdup (pick (draft, &other->role->name)));
    }
  add_section (draft, section, g_strdup (say (draft, "source", "ours")));
}

static void
add_names (const Draft *draft, const JkbRole *role)
{
  JkbJobSection *section = new_section (draft, "names", TRUE);
  gboolean is_japanese = draft->description->is_japanese;
  const char *other = is_japanese ? role->name.en : role->name.ja;
  gboolean is_official = is_japanese ? role->en_is_official : role->ja_is_official;

  if (*other != '\0' && strcmp (other, draft->description->title) != 0)
    g_ptr_array_add (section->lines, g_strdup (other));
  for (gsize i = 0; role->alt_titles != NULL && role->alt_titles[i] != NULL; i++)
    g_ptr_array_add (section->lines, g_strdup (role->alt_titles[i]));
  add_section (draft, section, name_source (draft, role->framework,
                                            is_own (role) ? "own"
                                            : is_official ? "publisher"
                                                          : "translated"));
}

JkbJobDescription *
jkb_job_description_new (const JkbFrameworks *frameworks, const JkbRole *role,
                         gboolean is_japanese)
{
  JkbJobDescription *description = g_new0 (JkbJobDescription, 1);
  const Draft draft = { frameworks, description };

  description->role = role;
  description->is_japanese = is_japanese;
  description->title = pick (&draft, &role->name);
  description->source_label = say (&draft, "label", "source");
  description->sections = g_ptr_array_new_with_free_func (free_section);
  add_summary (&draft, role);
  add_incidents (&draft, role);
  add_statements (&draft, role);
  add_levels (&draft, role);
  add_others (&draft, role);
  add_names (&draft, role);
  return description;
}

void
jkb_job_description_free (JkbJobDescription *description)
{
  g_ptr_array_unref (description->sections);
  g_free (description);
}

char *
jkb_job_description_print (const JkbJobDescription *description)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s\n", description->title);
  for (guint i = 0; i < description->sections->len; i++)
    {
      const JkbJobSection *section = g_ptr_array_index (description->sections, i);

      g_string_append_printf (text, "\n%s\n", section->heading);
      for (guint j = 0; j < section->lines->len; j++)
        g_string_append_printf (text, "%s%s\n", section->is_list ? "- " : "",
                                (const char *) g_ptr_array_index (section->lines, j));
      g_string_append_printf (text, "(%s: %s)\n", description->source_label, section->source);
    }
  return g_string_free (text, FALSE);
}
