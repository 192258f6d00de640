/**
 * The invented staff of the sample world, as tables. A full stop is "not known". Days are counted from today, as ISO
 * 8601 durations: `-P8M25D` is eight months and 25 days ago, `P10D` in ten days.
 */

/** Senior managers, team managers, quality officers and the administrator. */
export const leaderColumns = ['code', 'name', 'grade', 'pdu', 'team', 'manager', 'started'] as const
export const leaders = `
  code     name                   grade  pdu      team    manager  started
  N03A090  Eleanor Whitfield      HoPDU  N03PDU1  .       .        -P9Y
  N03B090  Anthony Beaumont-Reid  HoPDU  N03PDU2  .       .        -P6Y
  N03A001  Priya Nair             SPO    N03PDU1  N03T01  N03A090  -P5Y
  N03A020  Gareth Lloyd           SPO    N03PDU1  N03T02  N03A090  -P11Y
  N03B001  Deborah Clarke         SPO    N03PDU2  N03T03  N03B090  -P7Y
  N03B020  Michael Adeleke        SPO    N03PDU2  N03T04  N03B090  -P3Y
  N03A091  Victor Owusu           QDO    N03PDU1  .       N03A090  -P4Y
  N03B091  Leanne Murphy          QDO    N03PDU2  .       N03B090  -P2Y
  N03A099  Jackie Turnbull        ADMIN  N03PDU1  .       N03A090  -P8Y
`

/**
 * Practitioners. The last four columns say when each training was last completed. Days near a limit stand five days to
 * one side of it, because months differ in length: newly qualified is under 9 months, training is older than 36 months.
 */
export const practitionerColumns = [
  ...['code', 'name', 'grade', 'fte', 'started', 'ended', 'qualified', 'mentor'],
  ...['safeguard', 'domestic', 'sexual', 'mappa'],
] as const

/** Priya Nair's team: eleven people who make exactly 10.0 full-time equivalents (one of them with hours not known). */
export const kelmoorNorth = `
  code     name                grade  fte  started  ended  qualified  mentor   safeguard  domestic  sexual    mappa
  N03A002  Aisha Khan          PO     1.0  -P8Y     .      -P6Y       .        -P10M      -P14M     -P18M     -P20M
  N03A003  Tom Okafor          PSO    1.0  -P4Y     .      .          .        -P36M5D    -P9M      .         -P25M
  N03A004  Megan Price         PQiP   1.0  -P11M    .      .          N03A002  -P9M       -P8M      .         .
  N03A005  Daniel Whitlock     PO     1.0  -P30M    .      -P8M25D    .        -P13M      -P13M     -P7M      -P6M
  N03A006  Daniel Osei         PO     1.0  -P33M    .      -P11M25D   .        -P16M      -P16M     -P10M     -P9M
  N03A007  Sarah Davies        PO     0.6  -P14Y    .      -P12Y      .        -P22M      -P22M     .         -P30M
  N03A008  Rhian Pugh          PSO    0.8  -P6Y     .      .          .        -P35M25D   -P12M     .         .
  N03A009  Imran Sheikh        PO     .    -P35M    .      -P12M      .        -P14M      -P36M5D   -P11M     -P10M
  N03A010  Kelly-Anne Foster   PSO    0.6  -P3Y     .      .          .        -P18M      .         .         .
  N03A011  Mateusz Zielinski   PQiP   1.0  -P8M     .      .          N03A006  -P7M       -P7M      .         .
  N03A012  Folasade Adeyemi    PO     1.0  -P5Y     .      -P3Y       .        -P12M      -P19M     -P35M25D  -P21M
`

/** Gareth Lloyd's team: twelve people, more than 10.0 full-time equivalents. */
export const kelmoorSouth = `
  code     name                grade  fte  started  ended  qualified  mentor   safeguard  domestic  sexual    mappa
  N03A021  Charlotte Hughes    PO     1.0  -P11Y    .      -P9Y       .        -P15M      -P11M     -P20M     -P24M
  N03A022  Niamh O'Connor      PO     1.0  -P4Y     .      -P2Y       .        -P12M      -P12M     -P12M     -P12M
  N03A023  Bilal Hussain       PSO    1.0  -P7Y     .      .          .        -P20M      -P20M     .         -P26M
  N03A024  Siân Llewellyn      PQiP   1.0  -P15M    .      .          N03A022  -P13M      -P12M     -P6M      .
  N03A025  Owen Fletcher       PQiP   1.0  -P5M     .      .          .        -P4M       -P4M      .         .
  N03A026  Grace Mensah        PO     1.0  -P2Y     .      .          .        -P17M      -P17M     -P17M     .
  N03A027  Connor Walsh        PSO    1.0  -P2Y     .      .          .        -P21M      -P36M5D   .         .
  N03A028  Hannah Begum        PO     1.0  -P4Y     .      -P23M      .        -P8M       -P35M25D  -P36M5D   -P18M
  N03A029  Jerome Campbell     PQiP   1.0  -P12M    .      .          N03A028  -P11M      -P10M     .         .
  N03A030  Lucy Pritchard      PSO    1.0  -P9Y     .      .          .        -P24M      -P24M     -P24M     .
  N03A031  Arjun Patel         PO     1.0  -P6Y     P10D   -P4Y       .        -P19M      -P19M     -P19M     -P19M
  N03A032  Ffion Roberts       PSO    0.5  -P10Y    .      .          .        -P28M      -P28M     .         .
`

/** Deborah Clarke's team: one has left, one has not started yet and one started lately. */
export const wyndleEast = `
  code     name                grade  fte  started  ended  qualified  mentor   safeguard  domestic  sexual    mappa
  N03B002  Sarah Davies        PO     1.0  -P7Y     .      -P5Y       .        -P9M       -P13M     -P16M     -P16M
  N03B003  Yusuf Ahmed         PO     1.0  -P31M    .      -P9M       .        -P14M      -P14M     -P8M      -P7M
  N03B004  Bethan Griffiths    PO     0.8  -P25M    .      -P3M       .        -P20M      -P20M     .         .
  N03B005  Marcus Bailey       PSO    1.0  -P5Y     .      .          .        -P11M      -P11M     .         .
  N03B006  Ewa Kowalczyk       PSO    1.0  -P7M     .      .          .        .          .         .         .
  N03B007  Liam Doyle          PQiP   1.0  -P18M    .      .          N03B002  -P16M      -P15M     -P9M      -P5M
  N03B008  Jasmine Thomas      PQiP   1.0  P14D     .      .          N03B003  .          .         .         .
  N03B009  Kwame Boateng       PO     1.0  -P14Y    .      -P12Y      .        -P30M      -P30M     -P30M     -P30M
  N03B010  Angharad Rees       PSO    1.0  -P25D    .      .          .        -P15D      .         .         .
  N03B011  Simon Hartley       PO     1.0  -P9Y     -P20D  -P7Y       .        -P23M      -P23M     -P23M     -P23M
  N03B012  Tamara Joseph       PSO    0.8  -P3Y     .      .          .        -P20M      -P18M     .         .
`

/** Michael Adeleke's team. */
export const wyndleWest = `
  code     name                grade  fte  started  ended  qualified  mentor   safeguard  domestic  sexual    mappa
  N03B021  Rebecca Nolan       PO     1.0  -P7Y     .      -P5Y       .        -P12M      -P12M     -P13M     -P14M
  N03B022  Hassan Mirza        PO     0.6  -P6Y     .      -P4Y       .        -P16M      -P16M     -P16M     .
  N03B023  Catrin Vaughan      PQiP   1.0  -P10M    .      .          N03B021  -P8M       -P8M      .         .
  N03B024  Joseph Achebe       PSO    1.0  -P8Y     .      .          .        -P27M      -P27M     .         -P30M
  N03B025  Paula Hendricks     PSO    0.9  -P12Y    .      .          .        -P33M      -P33M     .         .
  N03B026  Nathan Cole         PO     1.0  -P29M    .      -P7M       .        -P15M      -P15M     -P6M      -P5M
  N03B027  Zainab Malik        PQiP   1.0  -P3M     .      .          .        -P2M       -P2M      .         .
  N03B028  Peter Sandhu        PO     1.0  -P17Y    .      -P15Y      .        -P25M      .         -P25M     -P25M
  N03B029  Shanice Grant       PSO    1.0  -P2M     .      .          .        -P1M       -P1M      .         .
  N03B030  Huw Bowen           PO     1.0  -P4Y     .      -P30M      .        -P12M      -P12M     -P12M     -P12M
  N03B031  Olivia Marsh        PQiP   0.8  -P17M    .      .          N03B028  -P15M      -P15M     -P4M      .
`

/** Facts about a person that nobody has told the service. */
export const notKnown: Readonly<Record<string, 'email' | 'managerStaffCode'>> = {
  N03A027: 'email',
  N03B025: 'managerStaffCode',
}
