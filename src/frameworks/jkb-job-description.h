/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "frameworks/jkb-frameworks.h"

/*
 * A job description drafted from a role: its name, our summary, its parts in incidents with our reasons,
 * levels where its framework has them, and tasks, knowledge and skills as far as a publisher's file was
 * imported. Each part says where it comes from. A draft, to be edited.
 */

/**
 * JkbJobSection:
 * @nick: its stable name: `summary`, `incidents`, `task`, `knowledge`, `skill`, `deliverable`, `levels`,
 *   `others`, `names`
 * @heading: its heading
 * @lines: (element-type utf8): what it says
 * @is_list: @lines are points, not paragraphs
 * @source: where the lines come from
 *
 * A part of a description.
 */
typedef struct
{
  const char *nick;
  const char *heading;
  GPtrArray *lines;
  gboolean is_list;
  char *source;
} JkbJobSection;

/**
 * JkbJobDescription:
 * @role: the role
 * @is_japanese: its language; Japanese or else English
 * @title: its heading
 * @source_label: what stands before the source of a part
 * @sections: (element-type JkbJobSection): its parts
 *
 * A draft. Statements are in the language of their publisher, whatever the rest is in.
 */
typedef struct
{
  const JkbRole *role;
  gboolean is_japanese;
  const char *title;
  const char *source_label;
  GPtrArray *sections;
} JkbJobDescription;

/**
 * jkb_job_description_new:
 * @frameworks: frameworks; have to live as long as the description
 * @role: a role
 * @is_japanese: in Japanese, not English
 *
 * Words are those of `job-words.tsv`, whatever the language of the session is.
 * Any thread.
 *
 * Returns: (transfer full): the draft
 */
JkbJobDescription *jkb_job_description_new (const JkbFrameworks *frameworks, const JkbRole *role,
                                            gboolean is_japanese);

/**
 * jkb_job_description_free:
 * @description: (transfer full): a draft
 */
void jkb_job_description_free (JkbJobDescription *description);

/**
 * jkb_job_description_print:
 * @description: a draft
 *
 * Any thread.
 *
 * Returns: (transfer full): all of it as plain text
 */
char *jkb_job_description_print (const JkbJobDescription *description);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JkbJobDescription, jkb_job_description_free)
