<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>DetailWords</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HealthWords</name>
    <message numerus="yes">
        <source>%n read(s) today</source>
        <translation>
            <numerusform>%n read today</numerusform>
            <numerusform>%n reads today</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n trouble(s) today</source>
        <translation>
            <numerusform>%n trouble today</numerusform>
            <numerusform>%n troubles today</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RequestWords</name>
    <message numerus="yes">
        <source>Overdue by %n day(s)</source>
        <translation>
            <numerusform>Overdue by %n day</numerusform>
            <numerusform>Overdue by %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Answer %n day(s) late</source>
        <translation>
            <numerusform>Answer %n day late</numerusform>
            <numerusform>Answer %n days late</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RescueWords</name>
    <message numerus="yes">
        <source>Entries that are missing: %n</source>
        <translation>
            <numerusform>Entries that are missing: %n</numerusform>
            <numerusform>Entries that are missing: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The damaged database was read: entries that came back: %n.</source>
        <translation>
            <numerusform>The damaged database was read: entries that came back: %n.</numerusform>
            <numerusform>The damaged database was read: entries that came back: %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The database had lost what was recorded last. Entries that came back: %n.</source>
        <translation>
            <numerusform>The database had lost what was recorded last. Entries that came back: %n.</numerusform>
            <numerusform>The database had lost what was recorded last. Entries that came back: %n.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SyncTextWords</name>
    <message numerus="yes">
        <source>The clock of this computer is %n minute(s) fast.</source>
        <translation>
            <numerusform>The clock of this computer is %n minute fast.</numerusform>
            <numerusform>The clock of this computer is %n minutes fast.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The clock of this computer is %n minute(s) slow.</source>
        <translation>
            <numerusform>The clock of this computer is %n minute slow.</numerusform>
            <numerusform>The clock of this computer is %n minutes slow.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Entries have waited for %n day(s). The data of their visitors are destroyed; the entries will be sent without them.</source>
        <translation>
            <numerusform>Entries have waited for %n day. The data of their visitors are destroyed; the entries will be sent without them.</numerusform>
            <numerusform>Entries have waited for %n days. The data of their visitors are destroyed; the entries will be sent without them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Entries have waited for %n day(s).</source>
        <translation>
            <numerusform>Entries have waited for %n day.</numerusform>
            <numerusform>Entries have waited for %n days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>After %n day(s) the data of their visitors are destroyed, and they are sent without them.</source>
        <translation>
            <numerusform>After %n day the data of their visitors are destroyed, and they are sent without them.</numerusform>
            <numerusform>After %n days the data of their visitors are destroyed, and they are sent without them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message numerus="yes">
        <source>%n adult(s)</source>
        <translation>
            <numerusform>%n adult</numerusform>
            <numerusform>%n adults</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n child(ren)</source>
        <translation>
            <numerusform>%n child</numerusform>
            <numerusform>%n children</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>checkpoint::BackupSettings</name>
    <message numerus="yes">
        <source>Entries that came back: %n</source>
        <translation>
            <numerusform>Entries that came back: %n</numerusform>
            <numerusform>Entries that came back: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>checkpoint::CertificateSettings</name>
    <message numerus="yes">
        <source>New keys: %n</source>
        <translation>
            <numerusform>New keys: %n</numerusform>
            <numerusform>New keys: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>checkpoint::CounterRow</name>
    <message numerus="yes">
        <source>%n companion(s)</source>
        <translation>
            <numerusform>%n companion</numerusform>
            <numerusform>%n companions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There is room for %n people, companions counted.</source>
        <translation>
            <numerusform>There is room for %n people, companions counted.</numerusform>
            <numerusform>There is room for %n people, companions counted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>checkpoint::EntriesView</name>
    <message numerus="yes">
        <source>%n line(s) copied, masked</source>
        <translation>
            <numerusform>%n line copied, masked</numerusform>
            <numerusform>%n lines copied, masked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%L1 entry(ies)</source>
        <translation>
            <numerusform>%L1 entry</numerusform>
            <numerusform>%L1 entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>checkpoint::ExpectedPanel</name>
    <message numerus="yes">
        <source>%1: %n visitor(s) can be taken over</source>
        <translation>
            <numerusform>%1: %n visitor can be taken over</numerusform>
            <numerusform>%1: %n visitors can be taken over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) cannot</source>
        <translation>
            <numerusform>%n line cannot</numerusform>
            <numerusform>%n lines cannot</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take over %n visitor(s)</source>
        <translation>
            <numerusform>Take over %n visitor</numerusform>
            <numerusform>Take over %n visitors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visitor(s) announced.</source>
        <translation>
            <numerusform>%n visitor announced.</numerusform>
            <numerusform>%n visitors announced.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>checkpoint::InsideModel</name>
    <message numerus="yes">
        <source>%n visitor(s) of yesterday left without being seen. Exits estimated: %1</source>
        <translation>
            <numerusform>%n visitor of yesterday left without being seen. Exits estimated: %1</numerusform>
            <numerusform>%n visitors of yesterday left without being seen. Exits estimated: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of the staff</source>
        <translation>
            <numerusform>%n of the staff</numerusform>
            <numerusform>%n of the staff</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n of the staff</source>
        <translation>
            <numerusform>%1 of %n of the staff</numerusform>
            <numerusform>%1 of %n of the staff</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>checkpoint::InsideView</name>
    <message numerus="yes">
        <source>%n visitor(s)</source>
        <translation>
            <numerusform>%n visitor</numerusform>
            <numerusform>%n visitors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n companion(s)</source>
        <translation>
            <numerusform>%n companion</numerusform>
            <numerusform>%n companions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exit(s) recorded, marked as estimated. To void one: choose it in the entries (F3), Delete.</source>
        <translation>
            <numerusform>%n exit recorded, marked as estimated. To void it: choose it in the entries (F3), Delete.</numerusform>
            <numerusform>%n exits recorded, marked as estimated. To void one: choose it in the entries (F3), Delete.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n visitor(s)</source>
        <translation>
            <numerusform>%1 of %n visitor</numerusform>
            <numerusform>%1 of %n visitors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exit(s) recorded, marked as estimated.</source>
        <translation>
            <numerusform>%n exit recorded, marked as estimated.</numerusform>
            <numerusform>%n exits recorded, marked as estimated.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exit(s) voided.</source>
        <translation>
            <numerusform>%n exit voided.</numerusform>
            <numerusform>%n exits voided.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left as they are: who came or left again since.</source>
        <translation>
            <numerusform>%n left as it is: who came or left again since.</numerusform>
            <numerusform>%n left as they are: who came or left again since.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Record OUT for all %n listed and for those with them? The exits are marked as estimated.</source>
        <translation>
            <numerusform>Record OUT for the %n listed and for those with them? The exits are marked as estimated.</numerusform>
            <numerusform>Record OUT for all %n listed and for those with them? The exits are marked as estimated.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Everybody inside, %n line(s).</source>
        <translation>
            <numerusform>Everybody inside, %n line.</numerusform>
            <numerusform>Everybody inside, %n lines.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>checkpoint::KeepingSettings</name>
    <message numerus="yes">
        <source>Last on %1 at %2: the data of %n visitor(s). Entries and counts stay.</source>
        <translation>
            <numerusform>Last on %1 at %2: the data of %n visitor. Entries and counts stay.</numerusform>
            <numerusform>Last on %1 at %2: the data of %n visitors. Entries and counts stay.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>checkpoint::PaperDayPage</name>
    <message numerus="yes">
        <source>%n line(s) recorded as late entries</source>
        <translation>
            <numerusform>%n line recorded as a late entry</numerusform>
            <numerusform>%n lines recorded as late entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not recorded</source>
        <translation>
            <numerusform>%n not recorded</numerusform>
            <numerusform>%n not recorded</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>checkpoint::PassView</name>
    <message numerus="yes">
        <source>%n day(s), until %1</source>
        <translation>
            <numerusform>%n day, until %1</numerusform>
            <numerusform>%n days, until %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>checkpoint::PersonSearch</name>
    <message numerus="yes">
        <source>Choose one of %n person(s).</source>
        <translation>
            <numerusform>Choose one of %n person.</numerusform>
            <numerusform>Choose one of %n persons.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>checkpoint::PosterView</name>
    <message numerus="yes">
        <source>%n file(s) saved</source>
        <translation>
            <numerusform>%n file saved</numerusform>
            <numerusform>%n files saved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) of the list can have posters now.</source>
        <translation>
            <numerusform>%n place of the list can have posters now.</numerusform>
            <numerusform>%n places of the list can have posters now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>checkpoint::RecentModel</name>
    <message numerus="yes">
        <source>%1 · %n left open</source>
        <translation>
            <numerusform>%1 · %n left open</numerusform>
            <numerusform>%1 · %n left open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>checkpoint::ReportTable</name>
    <message numerus="yes">
        <source>The first %n row(s); the file has all.</source>
        <translation>
            <numerusform>The first %n row; the file has all.</numerusform>
            <numerusform>The first %n rows; the file has all.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) saved in %1</source>
        <translation>
            <numerusform>%n row saved in %1</numerusform>
            <numerusform>%n rows saved in %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>checkpoint::RequestList</name>
    <message numerus="yes">
        <source>What people asked for – %n overdue</source>
        <translation>
            <numerusform>What people asked for – %n overdue</numerusform>
            <numerusform>What people asked for – %n overdue</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>checkpoint::RollupPage</name>
    <message numerus="yes">
        <source>%n row(s) do not count; why stands under “Notes on the files”.</source>
        <translation>
            <numerusform>%n row does not count; the reason is under “Notes on the files”.</numerusform>
            <numerusform>%n rows do not count; the reasons are under “Notes on the files”.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>checkpoint::RulesSettings</name>
    <message numerus="yes">
        <source>%n person(s) at once</source>
        <translation>
            <numerusform>%n person at once</numerusform>
            <numerusform>%n persons at once</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>checkpoint::SyncView</name>
    <message numerus="yes">
        <source>%n entry(ies) will be sent again.</source>
        <translation>
            <numerusform>%n entry will be sent again.</numerusform>
            <numerusform>%n entries will be sent again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>checkpoint::TracePage</name>
    <message numerus="yes">
        <source>Choose one of %n person(s).</source>
        <translation>
            <numerusform>Choose one of %n person.</numerusform>
            <numerusform>Choose one of %n persons.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>checkpoint::VenueCodePanel</name>
    <message numerus="yes">
        <source>%n poster(s) are hanging. When the code changes they are outdated and must be printed again.</source>
        <translation>
            <numerusform>%n poster is hanging. When the code changes it is outdated and must be printed again.</numerusform>
            <numerusform>%n posters are hanging. When the code changes they are outdated and must be printed again.</numerusform>
        </translation>
    </message>
</context>
</TS>
