/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-role-pane.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/jkb-date.h"
#include "frameworks/jkb-role-beside.h"
#include "labels/jkb-labels.h"
#include "ui/jkb-reference.h"

#define SPACING 6
#define MARGIN 18
#define N_BESIDE 6

struct _JkbRolePane
{
  AdwBin parent_instance;

  GtkScrolledWindow *scrolled;
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

/* ---- parts ---- */

static GtkWidget *
add_text (JkbRolePane *self, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  /* Otherwise the first text in the pane is selected whole when the focus comes in. */
  gtk_widget_set_can_focus (label, FALSE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (self->box, label);
  return label;
}

static void
add_heading (JkbRolePane *self, const char *text)
{
  gtk_widget_set_margin_top (add_text (self, text, "heading"), MARGIN - SPACING);
}

/* A name and a value in one line, `Code: 611`. */
static void
add_pair (JkbRolePane *self, const char *name, const char *value)
{
  /* Translators: a name and its value: “Code: 611” */
  g_autofree char *text = g_strdup_printf (_("%s: %s"), name, value);

  add_text (self, text, NULL);
}

static void
add_link (JkbRolePane *self, const char *words, const char *uri)
{
  GtkWidget *link = gtk_link_button_new_with_label (uri, words);
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (link));

  if (GTK_IS_LABEL (label))
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
    }
  gtk_widget_set_tooltip_text (link, uri);
  gtk_box_append (self->box, link);
}

static GtkWidget *
add_button (JkbRolePane *self, const char *title, const char *detail)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  const char *const lines[] = { title, detail };
  g_autofree char *spoken = g_strdup_printf ("%s. %s", title, detail);

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      GtkWidget *label = gtk_label_new (lines[i]);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      if (i > 0)
        {
          gtk_widget_add_css_class (label, "dim-label");
          gtk_widget_add_css_class (label, "caption");
        }
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "role");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  gtk_box_append (self->box, button);
  return button;
}

static void
add_role_button (JkbRolePane *self, const JkbRole *role, const char *title, const char *detail)
{
  GtkWidget *button = add_button (self, title, detail);
  g_autofree char *target = jkb_reference_name_role (role);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-role");
}

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
  words = g_strdup_printf (ngettext ("Show %s case", "Show %s cases", n), number);
  button = gtk_button_new_with_label (words);
  g_object_set_data (G_OBJECT (button), "subjects", GUINT_TO_POINTER (subjects));
  g_signal_connect (button, "clicked", G_CALLBACK (on_cases_clicked_cb), self);
  gtk_widget_set_sensitive (button, n > 0);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_margin_top (button, SPACING);
  gtk_box_append (self->box, button);
}

/* ---- a role ---- */

static void
add_names (JkbRolePane *self, const JkbRole *role)
{
  const char *shown = jkb_reference_label (&role->name);
  const char *other = shown == role->name.ja ? role->name.en : role->name.ja;
  gboolean is_official = shown == role->name.ja ? role->ja_is_official : role->en_is_official;

  add_text (self, shown, "title-3");
  if (strcmp (shown, other) != 0)
    add_text (self, other, "dim-label");
  if (!is_official)
    add_text (self, _("This name is our translation, not the publisher’s."), "caption");
}

static void
add_place (JkbRolePane *self, const JkbRole *role)
{
  g_autofree char *title = jkb_reference_title (role->framework);
  g_autofree char *place = g_strdup_printf ("%s · %s", title, role->id);

  add_text (self, place, "caption-heading");
  if (role->framework->n_categories > 1)
    add_pair (self, _("Category"), jkb_reference_label (&role->category));
  if (role->specialty_area != NULL)
    add_pair (self, _("Specialty area"), role->specialty_area);
  if (role->opm_code != NULL)
    add_pair (self, _("Federal work role code"), role->opm_code);
}

static void
add_summary (JkbRolePane *self, const JkbRole *role)
{
  add_heading (self, _("What it does"));
  add_text (self, jkb_reference_label (&role->summary), NULL);
  add_text (self, _("In our own words; the publisher’s text is not shipped."), "caption");
  if (role->alt_titles[0] != NULL)
    {
      g_autofree char *titles = g_strjoinv (" · ", role->alt_titles);

      add_heading (self, _("Other titles"));
      add_text (self, titles, NULL);
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
  GtkWidget *button = add_button (self, jkb_reference_label_subject (subject), detail);

  g_object_set_data (G_OBJECT (button), "role", (gpointer) role);
  g_object_set_data (G_OBJECT (button), "subject", GINT_TO_POINTER (subject));
  g_signal_connect (button, "clicked", G_CALLBACK (on_cell_clicked_cb), self);
}

static void
add_parts (JkbRolePane *self, const JkbRole *role)
{
  guint32 led = 0;

  add_heading (self, _("Incidents it has a part in"));
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
      add_text (self, _("Cases of the types in which it leads:"), "dim-label");
      add_cases (self, led);
    }
}

static void
add_neighbour (JkbRolePane *self, const JkbNeighbour *neighbour)
{
  g_autofree char *title = jkb_reference_title (neighbour->framework);
  g_autofree char *detail = g_strdup_printf (
      "%s · %s · %s", title, jkb_reference_label_relation (neighbour->relation),
      neighbour->source_url != NULL ? _("published") : _("editorial, our own judgement"));

  if (neighbour->role != NULL)
    add_role_button (self, neighbour->role, jkb_reference_label (&neighbour->role->name), detail);
  else
    {
      g_autofree char *named = g_strdup_printf ("%s %s", title, neighbour->role_id);

      add_text (self, named, NULL);
      add_text (self, detail, "caption");
    }
}

static void
add_neighbours (JkbRolePane *self, const JkbRole *role)
{
  const GPtrArray *neighbours = jkb_frameworks_neighbours (self->frameworks, role);

  if (neighbours->len == 0)
    return;
  add_heading (self, _("Near it in other frameworks and editions"));
  for (guint i = 0; i < neighbours->len; i++)
    add_neighbour (self, g_ptr_array_index (neighbours, i));
}

static void
add_beside_role (JkbRolePane *self, const JkbBeside *beside)
{
  g_autofree char *shared = jkb_label_number (beside->n_shared);
  g_autofree char *new = jkb_label_number (beside->n_new);
  /* Translators: numbers of duties; a duty is a kind of incident in one phase of the work */
  g_autofree char *detail = g_strdup_printf (_("%s duties in common · %s to learn"), shared, new);

  add_role_button (self, beside->role, jkb_reference_label (&beside->role->name), detail);
}

/* The nearest ones: a long tail of roles has a single duty in common. */
static void
add_beside (JkbRolePane *self, const JkbRole *role)
{
  g_autoptr(GPtrArray) all = jkb_frameworks_beside (self->frameworks, role, role->framework);

  if (all->len == 0)
    return;
  add_heading (self, _("Beside it in the same incidents"));
  for (guint i = 0; i < MIN (all->len, N_BESIDE); i++)
    add_beside_role (self, g_ptr_array_index (all, i));
}

static void
show_role (JkbRolePane *self, const JkbRole *role)
{
  add_names (self, role);
  add_place (self, role);
  add_summary (self, role);
  add_parts (self, role);
  add_beside (self, role);
  add_neighbours (self, role);
  add_heading (self, _("Source of name and identifier"));
  add_link (self, role->source_url, role->source_url);
}

/* ---- a cell ---- */

static void
add_assignment (JkbRolePane *self, const JkbAssignment *assignment)
{
  g_autofree char *part = g_strdup_printf (
      "%s %s: %s", jkb_reference_dots (assignment->weight),
      jkb_label (JKB_WORDS_PHASE, (int) assignment->phase),
      jkb_reference_label_weight (assignment->weight));

  add_heading (self, part);
  add_text (self, jkb_reference_label (&assignment->reason), NULL);
  if (assignment->via != NULL)
    {
      g_autofree char *title = jkb_reference_title (assignment->via->framework);
      /* Translators: a role and the edition of its framework, e.g. “… (NICE 2.2.0)” */
      g_autofree char *via = g_strdup_printf (_("Carried over from %s (%s), which has the same code."),
                                              jkb_reference_label (&assignment->via->name), title);

      add_text (self, via, "caption");
    }
}

static void
show_cell (JkbRolePane *self, const JkbRole *role, JkbSubject subject)
{
  g_autoptr(GPtrArray) cell = jkb_frameworks_cell (self->frameworks, subject, role);
  g_autofree char *title = jkb_reference_title (role->framework);

  add_text (self, jkb_reference_label_subject (subject), "title-3");
  add_role_button (self, role, jkb_reference_label (&role->name), title);
  for (guint i = 0; i < cell->len; i++)
    add_assignment (self, g_ptr_array_index (cell, i));
  if (cell->len == 0)
    add_text (self, _("This role has no part of its own in such an incident."), NULL);
  else
    add_text (self, _("The map of roles and incidents is editorial: our own judgement."),
              "caption");
  add_cases (self, 1u << subject);
}

/* ---- frameworks ---- */

static char *
word_counts (const JkbFramework *framework)
{
  g_autofree char *number = jkb_label_number (framework->roles->len);

  /* Translators: a number of roles and what their publisher calls one: “42 × work role” */
  return g_strdup_printf (_("%s × %s"), number, jkb_reference_label (&framework->unit));
}

static void
add_framework (JkbRolePane *self, const JkbFramework *framework)
{
  g_autofree char *title = jkb_reference_title (framework);
  g_autofree char *counts = word_counts (framework);
  g_autofree char *published = NULL;
  JkbDate date;

  add_heading (self, title);
  add_text (self, jkb_reference_label (&framework->name), NULL);
  add_pair (self, _("Publisher"), jkb_reference_label (&framework->publisher));
  if (jkb_date_parse (framework->published, &date, NULL))
    published = jkb_label_date (date);
  if (published != NULL)
    add_pair (self, _("Published"), published);
  add_pair (self, _("Roles"), counts);
  add_text (self, jkb_reference_label (&framework->note), NULL);
  add_text (self, jkb_reference_label (&framework->licence), "caption");
  add_link (self, framework->link, framework->link);
}

static void
show_frameworks (JkbRolePane *self, const JkbFramework *framework)
{
  const GPtrArray *all = jkb_frameworks_get_all (self->frameworks);

  add_text (self, framework != NULL ? jkb_reference_label (&framework->name)
                                     : _("Four frameworks and their editions"), "title-3");
  add_text (self,
            _("Choose a cell to read what a role does in such an incident, or the name of a role to "
              "read about it. Dots say how much: ●●● leads, ●● is involved, ● supports."),
            NULL);
  for (guint i = 0; i < all->len; i++)
    if (framework == NULL || framework == g_ptr_array_index (all, i))
      add_framework (self, g_ptr_array_index (all, i));
}

/* ---- life ---- */

static void
jkb_role_pane_class_init (JkbRolePaneClass *klass)
{
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

void
jkb_role_pane_show (JkbRolePane *self, JkbFrameworks *frameworks, const JkbFramework *framework,
                    const JkbRole *role, JkbSubject subject, const guint *n_cases)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);

  g_return_if_fail (JKB_IS_ROLE_PANE (self));
  g_return_if_fail (frameworks != NULL && n_cases != NULL);

  gtk_widget_set_margin_start (box, MARGIN);
  gtk_widget_set_margin_end (box, MARGIN);
  gtk_widget_set_margin_top (box, MARGIN);
  gtk_widget_set_margin_bottom (box, MARGIN);
  self->box = GTK_BOX (box);
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
  gtk_scrolled_window_set_child (self->scrolled, box);
}
