#include "ui/insideview/rollcallpanel.h"

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

RollCallPanel::RollCallPanel(QWidget *parent) : ReasonPanel(u"rollCall"_s, parent)
{
    retranslate();
}

ReasonPanel::Words RollCallPanel::words() const
{
    return {tr("Print the full names of everybody inside?"),
            tr("Why? It is kept for each of them that somebody looked."),
            {tr("Roll call: the building was left"), tr("Evacuation drill"), tr("Looking for somebody"),
             tr("An authority asks for it")},
            tr("Print")};
}

} // namespace checkpoint
