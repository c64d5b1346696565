#pragma once

#include <QRgb>

namespace checkpoint {

/// The measures of every screen, in logical pixels. Nothing else in the window invents a distance or a size
/// of its own.
namespace tokens {

inline constexpr int space4 = 4;
inline constexpr int space8 = 8;
inline constexpr int space12 = 12;
inline constexpr int space16 = 16;
inline constexpr int space24 = 24;
inline constexpr int space32 = 32;

inline constexpr int cardRadius = 8;
inline constexpr int controlRadius = 6;
inline constexpr int controlHeight = 40; ///< also the least size of anything that is clicked
inline constexpr int primaryHeight = 48;
inline constexpr int focusRing = 2;
inline constexpr int rowHeight = 36;
inline constexpr int iconSize = 24;
inline constexpr int smallIconSize = 20;
inline constexpr int resultEdge = 8; ///< the coloured edge of the result card
inline constexpr int railWidth = 104;
inline constexpr int railItemHeight = 72;
inline constexpr int topLineHeight = 56;
inline constexpr int panelWidth = 320;

inline constexpr int noteText = 13;
inline constexpr int bodyText = 15;
inline constexpr int headingText = 18;
inline constexpr int nameText = 28;
inline constexpr int wordText = 44;
inline constexpr int venueText = 56; ///< figures on a window that is read from across a hall

inline constexpr auto fontFamily = "Noto Sans"; ///< its figures are all of one width, so that times align

} // namespace tokens

/// The colours of one theme. Each text colour keeps a contrast of at least 4.5 on every ground it is used on.
struct Colours
{
    QRgb ground; ///< behind the cards
    QRgb card;
    QRgb rail;
    QRgb line;   ///< hair lines between things
    QRgb border; ///< edges of controls
    QRgb text;
    QRgb quiet;  ///< text that is there when looked for
    QRgb hover;  ///< ground of what the mouse is over
    QRgb accent; ///< focus, selection, primary button
    QRgb onAccent;
    QRgb selection; ///< ground of a selected row or choice; carries `text` and the meanings
    QRgb in;
    QRgb out;
    QRgb ask;
    QRgb refused; ///< also "not recorded" as text
    QRgb alarm;   ///< fills the card when something was not recorded
    QRgb onAlarm;
    QRgb noticeGround; ///< behind a line that reports trouble
    QRgb screen;       ///< behind the camera's picture, in both themes
    QRgb onScreen;
};

inline constexpr Colours lightColours{
    .ground = 0xfff4f6f8,
    .card = 0xffffffff,
    .rail = 0xffffffff,
    .line = 0xffdce2e8,
    .border = 0xff84909d,
    .text = 0xff17212b,
    .quiet = 0xff4f5d6b,
    .hover = 0xffecf0f3,
    .accent = 0xff0b6e75,
    .onAccent = 0xffffffff,
    .selection = 0xffdcecee,
    .in = 0xff187343,
    .out = 0xff1f5fbf,
    .ask = 0xff8f5300,
    .refused = 0xffb3261e,
    .alarm = 0xffb3261e,
    .onAlarm = 0xffffffff,
    .noticeGround = 0xfffbe9e7,
    .screen = 0xff12171c,
    .onScreen = 0xfff0f4f7,
};

inline constexpr Colours darkColours{
    .ground = 0xff12171c,
    .card = 0xff1b222a,
    .rail = 0xff1b222a,
    .line = 0xff2f3944,
    .border = 0xff738190,
    .text = 0xffe8edf2,
    .quiet = 0xffa9b6c3,
    .hover = 0xff252e38,
    .accent = 0xff4fc3cb,
    .onAccent = 0xff0c1519,
    .selection = 0xff1f3c43,
    .in = 0xff5fcf96,
    .out = 0xff86b7ff,
    .ask = 0xfff2b356,
    .refused = 0xffff9389,
    .alarm = 0xffb3261e,
    .onAlarm = 0xffffffff,
    .noticeGround = 0xff3a1f1f,
    .screen = 0xff0b0f13,
    .onScreen = 0xfff0f4f7,
};

inline constexpr Colours contrastColours{
    .ground = 0xff000000,
    .card = 0xff000000,
    .rail = 0xff000000,
    .line = 0xffb4bcc4,
    .border = 0xffffffff,
    .text = 0xffffffff,
    .quiet = 0xffe2e8ee,
    .hover = 0xff2a2a2a,
    .accent = 0xffffd83d,
    .onAccent = 0xff000000,
    .selection = 0xff3a3100,
    .in = 0xff6cff9f,
    .out = 0xff8fd0ff,
    .ask = 0xffffc24d,
    .refused = 0xffffa9a0,
    .alarm = 0xffa30000,
    .onAlarm = 0xffffffff,
    .noticeGround = 0xff2b0000,
    .screen = 0xff000000,
    .onScreen = 0xffffffff,
};

} // namespace checkpoint
