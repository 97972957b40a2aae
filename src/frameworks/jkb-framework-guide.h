/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "frameworks/jkb-frameworks.h"

/*
 * Which framework is good for what, and for whom: editorial, from `guide.tsv`. Size, licence, edition and
 * link of a framework are fields of #JkbFramework.
 */

/** JkbGuideTopic: what is said of a framework; readers are the last ones. */
typedef enum
{
  JKB_GUIDE_USE,                        /* what it is good for */
  JKB_GUIDE_LANGUAGE,                   /* in which language its publisher's text is */
  JKB_GUIDE_ARTICLE,                    /* what the article that Jikenbo began with said, and what became of it */
  JKB_GUIDE_EMPLOYER,
  JKB_GUIDE_JOB_SEEKER,
  JKB_GUIDE_EDUCATOR,
  JKB_GUIDE_RECRUITER,
  JKB_GUIDE_VENDOR,
  JKB_N_GUIDE_TOPICS
} JkbGuideTopic;

/** The first topic that is a reader. */
#define JKB_GUIDE_FIRST_READER JKB_GUIDE_EMPLOYER

/** How well a framework suits a reader: a good first choice. */
#define JKB_GUIDE_FIT_MAX 3

/**
 * JkbAdvice:
 * @framework: name of a framework; what is said holds for all its editions
 * @topic: what it is about
 * @fit: for a reader, 1 (of little help) to %JKB_GUIDE_FIT_MAX; 0 for other topics
 * @text: in our own words
 * @source_url: (nullable): where the facts behind it are published; %NULL when it is our judgement alone
 *
 * Never changes; lives as long as its #JkbFrameworks.
 */
typedef struct
{
  const char *framework;
  JkbGuideTopic topic;
  int fit;
  JkbFrameworkText text;
  const char *source_url;
} JkbAdvice;

/**
 * jkb_guide_topic_nick:
 * @topic: a topic
 *
 * Any thread. Returns: (transfer none): its stable name: `use`, `language`, `article`, `employer`, …
 */
const char *jkb_guide_topic_nick (JkbGuideTopic topic);

/**
 * jkb_guide_topic_from_nick:
 * @nick: a stable name
 *
 * Any thread. Returns: the #JkbGuideTopic, -1 when there is none
 */
int jkb_guide_topic_from_nick (const char *nick);

/**
 * jkb_frameworks_advice:
 * @frameworks: frameworks
 * @id: name of a framework
 * @topic: what is asked
 *
 * Any thread.
 *
 * Returns: (transfer none) (nullable): what is said; %NULL for a framework that is not shipped
 */
const JkbAdvice *jkb_frameworks_advice (const JkbFrameworks *frameworks, const char *id,
                                        JkbGuideTopic topic);

/**
 * jkb_frameworks_guide:
 * @frameworks: frameworks
 * @reader: a topic that is a reader, or %JKB_GUIDE_USE for nobody in particular
 *
 * The current editions that something is said of. Any thread.
 *
 * Returns: (transfer container) (element-type JkbFramework): best for @reader first, otherwise in the
 *   order of the files
 */
GPtrArray *jkb_frameworks_guide (const JkbFrameworks *frameworks, JkbGuideTopic reader);
