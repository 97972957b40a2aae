/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * JkbTermClass: whose words a term of the lexicon is. A new class is a line here and a line in
 * jkb-term-class.c, which names it and says which values its terms may have.
 */
typedef enum
{
  JKB_TERM_TYPE,                        /* #JkbIncidentType: words of a cause */
  JKB_TERM_SECTION,                     /* #JkbSectionRole: words of a heading */
  JKB_TERM_CLAIM,                       /* #JkbClaimTerm: negation, possibility, request, … */
  JKB_TERM_CLAUSE,                      /* #JkbClauseTerm: where a clause ends */
  JKB_TERM_CIRCUMSTANCE,                /* #JkbCircumstance */
  JKB_TERM_DATA_ITEM,                   /* #JkbDataItem */
  JKB_TERM_EXPOSURE,                    /* #JkbExposureTerm: data got out, could be read, … */
  JKB_TERM_PERSON_DATA,                 /* anything: names data of persons: 個人情報, 名簿 */
  JKB_TERM_REPORT,                      /* #JkbReportTerm: PPC, police, to report */
  JKB_TERM_ENCRYPTION,                  /* #JkbEncryptionTerm */
  JKB_TERM_NOTICE,                      /* #JkbNoticeTerm: is it a notice, where does one end */
  JKB_TERM_CRIME,                       /* #JkbCrimeTerm: somebody is charged, and with what concerns a house */
  JKB_TERM_UNIT,                        /* #JkbUnitTerm: counters behind a number */
  JKB_TERM_COUNT_NOUN,                  /* #JkbCountNounTerm: the thing that a figure counts */
  JKB_TERM_COUNT_ACT,                   /* #JkbCountActTerm: what is said of it */
  JKB_TERM_COUNT_GROUP,                 /* groups of persons that are counted apart */
  JKB_TERM_DATE_ROLE,                   /* #JkbDateRole: words behind a date */
  JKB_TERM_DATE_LABEL,                  /* #JkbDateRole: words in front of a date */
  JKB_TERM_ORG_FORM,                    /* #JkbOrgFormTerm: 株式会社, Inc. */
  JKB_TERM_ORG_KIND,                    /* #JkbOrgKindTerm: 病院, 市, 厚生労働省 */
  JKB_TERM_ORG_STOP,                    /* #JkbOrgStopTerm: what is not the organisation */
  JKB_TERM_ORG_CUE,                     /* #JkbOrgCueTerm: words around a name */
  JKB_TERM_ORG_PLACE,                   /* names of towns that hold hiragana: つくば市 */
  JKB_TERM_ORG_NATURE,                  /* #JkbOrgNatureTerm: what the end of a name says of it */
  JKB_N_TERM_CLASSES
} JkbTermClass;

/** JkbClaimTerm: what a word of the class claim does to its clause. */
typedef enum
{
  JKB_CLAIM_TERM_NEGATED,
  JKB_CLAIM_TERM_POSSIBLE,
  JKB_CLAIM_TERM_REQUEST,
  JKB_CLAIM_TERM_PLANNED,
  JKB_CLAIM_TERM_PREVENTION,
  JKB_CLAIM_TERM_GENERAL,
} JkbClaimTerm;

/** JkbClauseTerm: how a clause ends. */
typedef enum
{
  JKB_CLAUSE_TERM_END,                  /* a new clause begins after it: …しましたが、 */
  JKB_CLAUSE_TERM_SOFT,                 /* a negation that follows does not reach back over it: …し、 */
} JkbClauseTerm;

/** JkbExposureTerm: what became of data. */
typedef enum
{
  JKB_EXPOSURE_TERM_OUT,                /* leaked, sent, taken, published */
  JKB_EXPOSURE_TERM_READABLE,           /* could be read by others */
  JKB_EXPOSURE_TERM_LOST,               /* lost, stolen, thrown away */
  JKB_EXPOSURE_TERM_HARM,               /* misuse, damage: 二次被害 */
  JKB_EXPOSURE_TERM_NONE,               /* no personal data were concerned */
  JKB_EXPOSURE_TERM_CONTENT,            /* what data they were: 含まれる, 記載, 対象 */
  JKB_EXPOSURE_TERM_KEPT,               /* they were stored or registered */
  JKB_EXPOSURE_TERM_HANDLED,            /* fetched, published: of data of persons, they got out */
  JKB_EXPOSURE_TERM_SENT,               /* sent, handed over: what data, not whether they got out */
} JkbExposureTerm;

/** JkbReportTerm: parts of a sentence about a report. */
typedef enum
{
  JKB_REPORT_TERM_PPC,
  JKB_REPORT_TERM_POLICE,
  JKB_REPORT_TERM_ACT,                  /* to report, consult, lodge, enquire */
  JKB_REPORT_TERM_LODGED,               /* what only the police take: 被害届, 遺失届 */
} JkbReportTerm;

/** JkbEncryptionTerm: what is said of the protection of the data. */
typedef enum
{
  JKB_ENCRYPTION_TERM_YES,
  JKB_ENCRYPTION_TERM_NO,
} JkbEncryptionTerm;

/** JkbCrimeTerm: what the report of a charge is about. */
typedef enum
{
  JKB_CRIME_TERM_CHARGE,                /* 逮捕, 書類送検, 罪に問われ */
  JKB_CRIME_TERM_HOUSE,                 /* whose people, systems or customers are concerned: 元社員, のサーバー, 顧客情報 */
} JkbCrimeTerm;

/** JkbNoticeTerm: words by which a notice is told from other texts. */
typedef enum
{
  JKB_NOTICE_TERM_INCIDENT,             /* something went wrong: 漏えい, 紛失, 不正アクセス */
  JKB_NOTICE_TERM_APOLOGY,
  JKB_NOTICE_TERM_OWN,                  /* the one who speaks: 弊社, 当院, 本学 */
  JKB_NOTICE_TERM_TELLS,                /* it came to light, was announced */
  JKB_NOTICE_TERM_TITLE,                /* how headings of notices end: お知らせ, お詫び */
  JKB_NOTICE_TERM_CLOSING,              /* how notices end */
  JKB_NOTICE_TERM_ADVISORY,
  JKB_NOTICE_TERM_SURVEY,
  JKB_NOTICE_TERM_EVENT,
  JKB_NOTICE_TERM_PRODUCT,
  JKB_NOTICE_TERM_ARTICLE,
  JKB_NOTICE_TERM_TEMPLATE,             /* a blank to be filled in */
} JkbNoticeTerm;

/** JkbUnitTerm: what a counter counts. */
typedef enum
{
  JKB_UNIT_TERM_PEOPLE,                 /* 名, 人 */
  JKB_UNIT_TERM_PEOPLE_DATA,            /* 名分: data of so many persons */
  JKB_UNIT_TERM_RECORDS,                /* 件: data, events or mails */
  JKB_UNIT_TERM_ACCOUNTS,
  JKB_UNIT_TERM_SENT,                   /* 通 */
  JKB_UNIT_TERM_OTHER,
} JkbUnitTerm;

/** JkbCountNounTerm: the thing counted. */
typedef enum
{
  JKB_COUNT_NOUN_TERM_DATA,
  JKB_COUNT_NOUN_TERM_PEOPLE,
  JKB_COUNT_NOUN_TERM_STAFF,            /* affected, or the ones who acted */
  JKB_COUNT_NOUN_TERM_ACTOR,            /* never affected */
  JKB_COUNT_NOUN_TERM_EVENT,            /* inquiries, attacks, attempts */
  JKB_COUNT_NOUN_TERM_MESSAGE,
  JKB_COUNT_NOUN_TERM_THING,            /* households, companies, servers */
} JkbCountNounTerm;

/** JkbCountActTerm: what a sentence says of its figures. */
typedef enum
{
  JKB_COUNT_ACT_TERM_AFFECTED,          /* leaked, lost, concerned */
  JKB_COUNT_ACT_TERM_SENDING,
  JKB_COUNT_ACT_TERM_PART,              /* うち, 内訳 */
  JKB_COUNT_ACT_TERM_CORRECTED,         /* the last figure is the right one */
  JKB_COUNT_ACT_TERM_BEFORE,            /* 当初: an earlier figure */
} JkbCountActTerm;

/** JkbOrgFormTerm: on which side of a legal form the name stands. */
typedef enum
{
  JKB_ORG_FORM_TERM_BEFORE,             /* the form comes before the name */
  JKB_ORG_FORM_TERM_AFTER,
  JKB_ORG_FORM_TERM_BOTH,
} JkbOrgFormTerm;

/** JkbOrgKindTerm: words that say what an organisation is. */
typedef enum
{
  JKB_ORG_KIND_TERM_ENDING,             /* the end of a name: …病院 */
  JKB_ORG_KIND_TERM_WHOLE,              /* a name by itself: 厚生労働省 */
} JkbOrgKindTerm;

/** JkbOrgStopTerm: names and words that are not the organisation looked for. */
typedef enum
{
  JKB_ORG_STOP_TERM_NEVER,              /* police, authorities, card companies, products */
  JKB_ORG_STOP_TERM_WORD,               /* a word of headings that is no name */
  JKB_ORG_STOP_TERM_COMMON,             /* a word of everyday of which no name is made by itself */
} JkbOrgStopTerm;

/** JkbOrgNatureTerm: what somebody or something is whose name ends so. */
typedef enum
{
  JKB_ORG_NATURE_TERM_POLICE,           /* 警察署, 地検 */
  JKB_ORG_NATURE_TERM_PRESS,            /* 新聞社, テレビ, 通信社 */
  JKB_ORG_NATURE_TERM_AUTHORITY,        /* 省, 庁, 政府 */
  JKB_ORG_NATURE_TERM_COMMITTEE,        /* 委員会 */
  JKB_ORG_NATURE_TERM_BOARD,            /* 教育委員会 */
  JKB_ORG_NATURE_TERM_REGION,           /* 市, 県 */
  JKB_ORG_NATURE_TERM_OFFICE,           /* 区役所, 保健所, 事務所 */
  JKB_ORG_NATURE_TERM_UNIVERSITY,
  JKB_ORG_NATURE_TERM_SCHOOL,
  JKB_ORG_NATURE_TERM_HOSPITAL,
  JKB_ORG_NATURE_TERM_BANK,
  JKB_ORG_NATURE_TERM_ASSOCIATION,      /* 協会, 財団, 組合 */
  JKB_ORG_NATURE_TERM_CENTRE,           /* センター, 研究所, 館 */
  JKB_ORG_NATURE_TERM_COMPANY,          /* 電機, ホールディングス */
  JKB_ORG_NATURE_TERM_BRANCH,           /* 支店, 営業所, 部, 課 */
  JKB_ORG_NATURE_TERM_SHOP,             /* ショップ, 通販 */
  JKB_ORG_NATURE_TERM_THING,            /* システム, アプリ, サイト */
  JKB_ORG_NATURE_TERM_PAPER,            /* 書, 一覧, 名簿 */
  JKB_ORG_NATURE_TERM_PERSON,           /* 者, 員, 氏 */
  JKB_ORG_NATURE_TERM_TIME,             /* 月, 日, 頃 */
  JKB_ORG_NATURE_TERM_MATTER,           /* 体制, 履歴, 不注意: an ordinary word */
} JkbOrgNatureTerm;

/** JKB_ORG_N_NATURES: how many there are, none besides. */
#define JKB_ORG_N_NATURES (JKB_ORG_NATURE_TERM_MATTER + 1)

/** JkbOrgCueTerm: what words around a name say of it. */
typedef enum
{
  JKB_ORG_CUE_TERM_CONTRACTOR_BEFORE,   /* 委託先の X */
  JKB_ORG_CUE_TERM_CONTRACTOR_AFTER,    /* X に委託 */
  JKB_ORG_CUE_TERM_OPERATES,            /* X が運営する */
  JKB_ORG_CUE_TERM_OPERATED_BY,         /* … を運営する X */
  JKB_ORG_CUE_TERM_ANNOUNCES,           /* と発表した */
  JKB_ORG_CUE_TERM_ADDRESSEE,           /* X へ報告 */
  JKB_ORG_CUE_TERM_SELF,                /* 当社, 弊社 */
  JKB_ORG_CUE_TERM_ABBREVIATED,         /* (以下「 */
  JKB_ORG_CUE_TERM_ARREST,              /* 逮捕 */
  JKB_ORG_CUE_TERM_DESCRIPTION,         /* メーカー, 大手 before a name */
  JKB_ORG_CUE_TERM_OWNS,                /* X の職員, X のサーバ */
} JkbOrgCueTerm;

/**
 * jkb_term_class_from_name:
 * @name: a name as the data files write it, e.g. `data-item`
 *
 * Any thread. Returns: the class, or -1
 */
int jkb_term_class_from_name (const char *name);

/**
 * jkb_term_class_name:
 * @term_class: a class
 *
 * Any thread. Returns: (transfer none): its name
 */
const char *jkb_term_class_name (JkbTermClass term_class);

/**
 * jkb_term_class_value:
 * @term_class: a class
 * @text: a value as the data files write it
 * @value: (out caller-allocates): what it is as a number; 0 for a class of free text
 *
 * Any thread. Returns: %FALSE when @term_class has no such value
 */
gboolean jkb_term_class_value (JkbTermClass term_class, const char *text, int *value);
