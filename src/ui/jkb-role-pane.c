/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-role-pane.h"

#include <glib/gi18n-lib.h>

#include "core/jkb-date.h"
#include "frameworks/jkb-lens.h"
#include "frameworks/jkb-role-beside.h"
#include "labels/jkb-labels.h"
#include "ui/jkb-own-part.h"
#include "ui/jkb-pane-parts.h"
#include "ui/jkb-reference.h"
#include "ui/jkb-role-ledger.h"
#include "ui/jkb-role-more.h"
#include "ui/jkb-role-way.h"
#include "ui/jkb-shrink.h"

#define N_BESIDE 6

struct _JkbRolePane
{
  AdwBin parent_instance;

  GtkScrolledWindow *scrolled;
  char *shown;                          /* name and subject of what is shown */
  GtkBox *box;                          /* of what is shown now */
  JkbFrameworks *frameworks;            /* borrowed during jkb_role_pane_show () */
  const guint *n_cases;                 /* likewise */
};

enum
{
  CELL_WANTED,
  CASES_WANTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JkbRolePane, jkb_role_pane, ADW_TYPE_BIN)

/* ---- cases ---- */

static void
on_cases_clicked_cb (GtkButton *button, JkbRolePane *self)
{
  guint subjects = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "subjects"));

  g_signal_emit (self, signals[CASES_WANTED], 0, subjects);
}

static void
add_cases (JkbRolePane *self, guint32 subjects)
{
  GtkWidget *button;
  guint n = 0;
  g_autofree char *number = NULL;
  g_autofree char *words = NULL;

  for (JkbSubject subject = 0; subject < JKB_N_SUBJECTS; subject++)
    n += (subjects >> subject & 1) != 0 ? self->n_cases[subject] : 0;
  number = jkb_label_number (n);
  /* Translators: %s is a number of cases */
  words = g_strdup_printf (ngettext ("Show %s Case", "Show %s Cases", n), number);
  button = gtk_button_new_with_label (words);
  jkb_shrink_labels (button);
  g_object_set_data (G_OBJECT (button), "subjects", GUINT_TO_POINTER (subjects));
  g_signal_connect (button, "clicked", G_CALLBACK (on_cases_clicked_cb), self);
  gtk_widget_set_sensitive (button, n > 0);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_margin_top (button, JKB_PARTS_SPACING);
  gtk_box_append (self->box, button);
}

/* ---- a role ---- */

static const char *
word_name (const JkbRole *role, gboolean is_japanese)
{
  gboolean is_official = is_japanese ? role->ja_is_official : role->en_is_official;

  if (role->origin == JKB_ORIGIN_OWN || role->is_changed)
    return _("Your own words");
  if (!is_official)
    return _("Our translation of the name");
  return role->origin == JKB_ORIGIN_IMPORTED ? _("As the imported file has it")
                                             : _("The publisher’s name");
}

/* Whose name it is stands back behind the name. */
static void
add_remark (JkbRolePane *self, const char *words)
{
  gtk_widget_add_css_class (jkb_parts_add_text (self->box, words, "caption"), "dim-label");
}

static void
add_names (JkbRolePane *self, const JkbRole *role)
{
  const char *shown = jkb_reference_label (&role->name);
  gboolean is_japanese = shown == role->name.ja;
  const char *other = jkb_reference_label_other (&role->name);

  jkb_parts_add_text (self->box, shown, "title-3");
  add_remark (self, word_name (role, is_japanese));
  if (other == NULL)
    return;
  jkb_parts_add_text (self->box, other, NULL);
  add_remark (self, word_name (role, !is_japanese));
}

static void
add_place (JkbRolePane *self, const JkbRole *role)
{
  g_autofree char *title = jkb_reference_title (role->framework);
  g_autofree char *place = g_strdup_printf ("%s · %s", title, role->id);

  jkb_parts_add_text (self->box, place, "caption-heading");
  if (role->framework->n_categories > 1)
    jkb_parts_add_pair (self->box, _("Category"), jkb_reference_label (&role->category));
  if (role->specialty_area != NULL)
    jkb_parts_add_pair (self->box, _("Specialty area"), role->specialty_area);
  if (role->opm_code != NULL)
    jkb_parts_add_pair (self->box, _("Federal work role code"), role->opm_code);
}

static const char *
word_summary (const JkbRole *role)
{
  if (role->origin == JKB_ORIGIN_IMPORTED)
    return _("As the imported file has it");
  if (role->origin == JKB_ORIGIN_OWN || role->is_changed)
    return _("Your own words");
  return _("In our own words; the publisher’s text is not shipped.");
}

static void
add_summary (JkbRolePane *self, const JkbRole *role)
{
  if (*role->summary.en != '\0')
    {
      jkb_parts_add_heading (self->box, _("What It Does"));
      jkb_parts_add_text (self->box, jkb_reference_label (&role->summary), NULL);
      jkb_parts_add_text (self->box, word_summary (role), "caption");
    }
  if (role->alt_titles[0] != NULL)
    {
      g_autofree char *titles = g_strjoinv (" · ", role->alt_titles);

      jkb_parts_add_heading (self->box, _("Other titles"));
      jkb_parts_add_text (self->box, titles, NULL);
    }
}

static void
on_cell_clicked_cb (GtkButton *button, JkbRolePane *self)
{
  const JkbRole *role = g_object_get_data (G_OBJECT (button), "role");
  int subject = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "subject"));

  g_signal_emit (self, signals[CELL_WANTED], 0, role, subject);
}

static void
add_part (JkbRolePane *self, const JkbRole *role, JkbSubject subject, int weight)
{
  g_autofree char *number = jkb_label_number (self->n_cases[subject]);
  g_autofree char *cases
      /* Translators: %s is a number of cases */
      = g_strdup_printf (ngettext ("%s case", "%s cases", self->n_cases[subject]), number);
  g_autofree char *detail
      = g_strdup_printf ("%s %s · %s", jkb_reference_dots (weight),
                         jkb_reference_label_weight (weight), cases);
  GtkWidget *button
      = jkb_parts_add_button (self->box, jkb_reference_label_subject (subject), detail);

  g_object_set_data (G_OBJECT (button), "role", (gpointer) role);
  g_object_set_data (G_OBJECT (button), "subject", GINT_TO_POINTER (subject));
  g_signal_connect (button, "clicked", G_CALLBACK (on_cell_clicked_cb), self);
}

static void
add_parts (JkbRolePane *self, const JkbRole *role)
{
  guint32 led = 0;

  jkb_parts_add_heading (self->box, _("Incidents It Takes Part In"));
  for (int weight = JKB_WEIGHT_LEAD; weight > 0; weight--)
    for (JkbSubject subject = 0; subject < JKB_N_SUBJECTS; subject++)
      if (jkb_frameworks_weight (self->frameworks, subject, role, JKB_PHASE_ANY) == weight)
        {
          add_part (self, role, subject, weight);
          /* Cases are shown by type; a circumstance is chosen from its own row. */
          if (weight == JKB_WEIGHT_LEAD && jkb_subject_get_circumstance (subject) < 0)
            led |= 1u << subject;
        }
  if (led != 0)
    {
      jkb_parts_add_text (self->box, _("Cases of the types in which it leads:"), "dim-label");
      add_cases (self, led);
    }
  if (jkb_frameworks_subjects_led (self->frameworks, role) != 0)
    jkb_parts_add_cases_led (self->box, role);
}

static const char *
word_source (const JkbNeighbour *neighbour)
{
  if (neighbour->origin == JKB_ORIGIN_IMPORTED)
    return _("the same identifier");
  if (neighbour->origin == JKB_ORIGIN_OWN)
    return _("your own judgement");
  return neighbour->source_url != NULL ? _("published") : _("editorial, our own judgement");
}

static void
add_neighbour (JkbRolePane *self, const JkbNeighbour *neighbour)
{
  g_autofree char *title = jkb_reference_title (neighbour->framework);
  g_autofree char *detail = g_strdup_printf (
      "%s · %s · %s", title, jkb_reference_label_relation (neighbour->relation),
      word_source (neighbour));

  if (neighbour->role != NULL)
    jkb_parts_add_role_button (self->box, neighbour->role,
                               jkb_reference_label (&neighbour->role->name), detail);
  else
    {
      g_autofree char *named = g_strdup_printf ("%s %s", title, neighbour->role_id);

      jkb_parts_add_text (self->box, named, NULL);
      jkb_parts_add_text (self->box, detail, "caption");
    }
}

static void
add_neighbours (JkbRolePane *self, const JkbRole *role)
{
  const GPtrArray *neighbours = jkb_frameworks_neighbours (self->frameworks, role);

  if (neighbours->len == 0)
    return;
  jkb_parts_add_heading (self->box, _("Near It in Other Frameworks and Editions"));
  for (guint i = 0; i < neighbours->len; i++)
    add_neighbour (self, g_ptr_array_index (neighbours, i));
}

static void
add_beside_role (JkbRolePane *self, const JkbBeside *beside)
{
  g_autofree char *shared = jkb_label_number (beside->n_shared);
  g_autofree char *new = jkb_label_number (beside->n_new);
  /* Translators: numbers of duties; a duty is a kind of incident in one phase of the work */
  g_autofree char *detail = g_strdup_printf (ngettext ("%s duty in common · %s to learn",
                                   "%s duties in common · %s to learn", beside->n_shared),
                         shared, new);

  jkb_parts_add_role_button (self->box, beside->role, jkb_reference_label (&beside->role->name),
                             detail);
}

/* The nearest ones: a long tail of roles has a single duty in common. */
static void
add_beside (JkbRolePane *self, const JkbRole *role)
{
  g_autoptr(GPtrArray) all = jkb_frameworks_beside (self->frameworks, role, role->framework);

  if (all->len == 0)
    return;
  jkb_parts_add_heading (self->box, _("Beside It in the Same Incidents"));
  for (guint i = 0; i < MIN (all->len, N_BESIDE); i++)
    add_beside_role (self, g_ptr_array_index (all, i));
}

static void
show_role (JkbRolePane *self, const JkbRole *role)
{
  add_names (self, role);
  add_place (self, role);
  add_summary (self, role);
  jkb_role_more_add_statements (self->box, self->frameworks, role);
  add_parts (self, role);
  add_beside (self, role);
  jkb_role_more_add_beside (self->box, self->frameworks, role);
  add_neighbours (self, role);
  jkb_role_ledger_add_moves (self->box, self->frameworks, role);
  jkb_role_way_add (self->box, self->frameworks, role);
  jkb_role_way_add_levels (self->box, self->frameworks, role);
  jkb_role_more_add_job (self->box, role);
  jkb_own_part_add_role (self->box, self->frameworks, role);
  if (*role->source_url != '\0')
    jkb_parts_add_heading (self->box, _("Source of name and identifier"));
  jkb_parts_add_link (self->box, role->source_url, role->source_url);
}

/* ---- a cell ---- */

/* In both languages: what is taught in one is discussed in the other. */
static void
add_reason (JkbRolePane *self, const JkbFrameworkText *reason)
{
  const char *shown = jkb_reference_label (reason);
  const char *other = jkb_reference_label_other (reason);

  if (*shown != '\0')
    jkb_parts_add_text (self->box, shown, NULL);
  if (other != NULL)
    jkb_parts_add_text (self->box, other, "dim-label");
}

static void
add_assignment (JkbRolePane *self, const JkbAssignment *assignment)
{
  g_autofree char *words
      = g_strdup_printf (_("%s: %s"), jkb_label (JKB_WORDS_PHASE, (int) assignment->phase),
                         jkb_reference_label_weight (assignment->weight));
  g_autofree char *part = g_strdup_printf ("%s %s", jkb_reference_dots (assignment->weight), words);

  jkb_parts_add_heading (self->box, part);
  add_reason (self, &assignment->reason);
  if (assignment->origin == JKB_ORIGIN_OWN)
    jkb_parts_add_text (self->box, _("Your own judgement, not the bundled one."), "caption");
  if (assignment->via != NULL)
    {
      g_autofree char *title = jkb_reference_title (assignment->via->framework);
      /* Translators: a role and the edition of its framework, e.g. “… (NICE 2.2.0)” */
      g_autofree char *via = g_strdup_printf (_("Carried over from %s (%s), the same role in another edition."),
                                              jkb_reference_label (&assignment->via->name), title);

      jkb_parts_add_text (self->box, via, "caption");
    }
}

static void
show_cell (JkbRolePane *self, const JkbRole *role, JkbSubject subject)
{
  g_autoptr(GPtrArray) cell = jkb_frameworks_cell (self->frameworks, subject, role);
  g_autofree char *title = jkb_reference_title (role->framework);

  jkb_parts_add_text (self->box, jkb_reference_label_subject (subject), "title-3");
  jkb_parts_add_role_button (self->box, role, jkb_reference_label (&role->name), title);
  for (guint i = 0; i < cell->len; i++)
    add_assignment (self, g_ptr_array_index (cell, i));
  if (cell->len == 0)
    jkb_parts_add_text (self->box, _("This role has no part of its own in such an incident."),
                        NULL);
  else
    jkb_parts_add_text (self->box,
                        _("The map of roles and incidents is editorial: our own judgement."),
                        "caption");
  add_cases (self, 1u << subject);
  jkb_own_part_add_cell (self->box, self->frameworks, role, subject);
}

/* ---- frameworks ---- */

static char *
word_counts (const JkbFramework *framework)
{
  if (*framework->unit.en == '\0')
    return jkb_label_number (framework->roles->len);
  return jkb_reference_count_units (framework, framework->roles->len);
}

static void
add_framework (JkbRolePane *self, const JkbFramework *framework)
{
  g_autofree char *title = jkb_reference_title (framework);
  g_autofree char *counts = word_counts (framework);
  g_autofree char *published = NULL;
  JkbDate date;

  jkb_parts_add_heading (self->box, title);
  jkb_parts_add_text (self->box, jkb_reference_label (&framework->name), NULL);
  if (framework->origin == JKB_ORIGIN_IMPORTED)
    jkb_parts_add_text (self->box, _("From a file that you imported."), NULL);
  if (*framework->publisher.en != '\0')
    jkb_parts_add_pair (self->box, _("Publisher"), jkb_reference_label (&framework->publisher));
  if (jkb_date_parse (framework->published, &date, NULL))
    published = jkb_label_date (date);
  if (published != NULL)
    jkb_parts_add_pair (self->box, _("Published"), published);
  jkb_parts_add_pair (self->box, _("Roles"), counts);
  if (*framework->note.en != '\0')
    jkb_parts_add_text (self->box, jkb_reference_label (&framework->note), NULL);
  if (*framework->licence.en != '\0')
    jkb_parts_add_text (self->box, jkb_reference_label (&framework->licence), "caption");
  jkb_parts_add_link (self->box, framework->link, framework->link);
}

static void
show_frameworks (JkbRolePane *self, const JkbFramework *framework)
{
  const GPtrArray *all = jkb_frameworks_get_all (self->frameworks);

  jkb_parts_add_text (self->box, framework != NULL ? jkb_reference_label (&framework->name)
                                     : _("Four Frameworks and Their Editions"), "title-3");
  jkb_parts_add_text (self->box,
            _("Choose a cell to read what a role does in such an incident, or the name of a role to "
              "read about it. Dots say how much: ●●● leads, ●● is involved, ● supports."),
            NULL);
  for (guint i = 0; i < all->len; i++)
    {
      const JkbFramework *edition = g_ptr_array_index (all, i);

      if (framework != NULL && framework != edition)
        continue;
      add_framework (self, edition);
      /* Among all editions, it stands once, at the past one. */
      if (framework != NULL || !edition->is_current)
        jkb_role_ledger_add (self->box, self->frameworks, edition);
    }
  jkb_role_more_add_imported (self->box, self->frameworks);
  jkb_own_part_add_all (self->box, self->frameworks);
}

/* ---- life ---- */

static void
jkb_role_pane_finalize (GObject *object)
{
  g_free (JKB_ROLE_PANE (object)->shown);
  G_OBJECT_CLASS (jkb_role_pane_parent_class)->finalize (object);
}

static void
jkb_role_pane_class_init (JkbRolePaneClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jkb_role_pane_finalize;
  signals[CELL_WANTED]
      = g_signal_new ("cell-wanted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_INT);
  signals[CASES_WANTED]
      = g_signal_new ("cases-wanted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "rolepane");
}

static void
jkb_role_pane_init (JkbRolePane *self)
{
  self->scrolled = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_policy (self->scrolled, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->scrolled));
}

/* The same once more, e.g. with other numbers of cases, stays where a person has scrolled to. */
static void
go_to_top (JkbRolePane *self, const JkbRole *role, JkbSubject subject)
{
  g_autofree char *name = role != NULL ? jkb_reference_name_role (role) : g_strdup ("");
  char *shown = g_strdup_printf ("%s %d", name, subject);

  if (g_strcmp0 (self->shown, shown) != 0)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  g_free (self->shown);
  self->shown = shown;
}

void
jkb_role_pane_show (JkbRolePane *self, JkbFrameworks *frameworks, const JkbFramework *framework,
                    const JkbRole *role, JkbSubject subject, const guint *n_cases)
{
  GtkBox *box = jkb_parts_new_box ();

  g_return_if_fail (JKB_IS_ROLE_PANE (self));
  g_return_if_fail (frameworks != NULL && n_cases != NULL);

  self->box = box;
  self->frameworks = frameworks;
  self->n_cases = n_cases;
  if (role == NULL)
    show_frameworks (self, framework);
  else if (subject == JKB_SUBJECT_NONE)
    show_role (self, role);
  else
    show_cell (self, role, subject);
  self->frameworks = NULL;
  self->n_cases = NULL;
  gtk_scrolled_window_set_child (self->scrolled, GTK_WIDGET (box));
  go_to_top (self, role, subject);
}
