#include "tools/province/scenes.h"

#include <QtGui/QPainter>
#include <QtGui/QPainterPath>

namespace plumb::province {
namespace {

constexpr double kWidth = kSceneWidth, kHeight = kSceneHeight;

QFont lettering(double pixels, bool bold) {
    QFont font(QStringLiteral("Noto Sans CJK SC"));
    font.setPixelSize(static_cast<int>(pixels));
    font.setBold(bold);
    return font;
}

void wallAndFloor(QPainter& painter, double floor, const QColor& wall, const QColor& ground) {
    QLinearGradient light(0, 0, kWidth, floor);
    light.setColorAt(0, wall.lighter(108));
    light.setColorAt(1, wall.darker(118));
    painter.fillRect(QRectF(-60, -60, kWidth + 120, floor + 60), light);
    QLinearGradient below(0, floor, 0, kHeight);
    below.setColorAt(0, ground.darker(120));
    below.setColorAt(1, ground);
    painter.fillRect(QRectF(-60, floor, kWidth + 120, kHeight - floor + 60), below);
}

// Grey lines where print would be.
void print(QPainter& painter, QRectF area, double line, Random& random) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(96, 96, 98));
    for (double y = area.top(); y + line < area.bottom(); y += line * 2.1)
        painter.drawRect(QRectF(area.left(), y, area.width() * random.between(0.55, 1.0), line));
}

}  // namespace

void drawStore(QPainter& painter, Random& random) {
    const double floor = kHeight * 0.84;
    wallAndFloor(painter, floor, {206, 204, 194}, {132, 128, 120});
    static const QColor kColours[] = {{196, 66, 50}, {52, 104, 168},  {226, 190, 70},
                                      {70, 138, 86}, {236, 236, 230}, {120, 84, 140}};
    for (int shelf = 0; shelf < 3; ++shelf) {
        const double y = kHeight * (0.28 + 0.26 * shelf);
        for (double x = 50; x < kWidth - 60;) {
            const double wide = random.between(28.0, 66.0), high = random.between(60.0, 128.0);
            if (random.chance(0.86)) {
                painter.setPen(QPen(QColor(60, 60, 60, 90), 1));
                painter.setBrush(kColours[random.below(6)]);
                painter.drawRoundedRect(QRectF(x, y - high, wide, high), 5, 5);
                painter.setPen(Qt::NoPen);
                painter.setBrush(QColor(246, 244, 236));
                painter.drawRect(QRectF(x + 4, y - high * 0.66, wide - 8, high * 0.4));
                print(painter, QRectF(x + 7, y - high * 0.6, wide - 14, high * 0.3), 2.4, random);
            }
            x += wide + random.between(4.0, 18.0);
        }
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor(122, 96, 66));
        painter.drawRect(QRectF(24, y, kWidth - 48, 14));
        painter.setBrush(QColor(0, 0, 0, 40));
        painter.drawRect(QRectF(24, y + 14, kWidth - 48, 10));
    }
    painter.setBrush(QColor(222, 222, 214));  // sacks on the floor
    for (int i = 0; i < 4; ++i)
        painter.drawRoundedRect(QRectF(90 + i * 150 + random.between(-14.0, 14.0), kHeight * 0.86, 130, 62), 16, 16);
}

void drawPen(QPainter& painter, Random& random) {
    const double floor = kHeight * 0.5;
    wallAndFloor(painter, floor, {176, 170, 158}, {146, 116, 78});
    painter.setPen(Qt::NoPen);
    for (int i = 0; i < 420; ++i) {  // straw
        painter.setPen(QPen(QColor(196, 168, 96, 150), 2));
        const double x = random.between(0.0, kWidth), y = random.between(floor, kHeight);
        painter.drawLine(QPointF(x, y), QPointF(x + random.between(-18.0, 18.0), y + random.between(-6.0, 6.0)));
    }
    const bool cattle = random.chance(0.45);
    for (int i = 0, heads = static_cast<int>(random.between(5, 9)); i < heads; ++i) {
        const double x = kWidth * (i + 0.5) / heads + random.between(-22.0, 22.0),
                     y = floor + random.between(40.0, 110.0), size = cattle ? 104 : 74;
        const QColor coat = cattle ? QColor(122 + static_cast<int>(random.below(50)), 84, 56) : QColor(224, 216, 198);
        painter.setPen(Qt::NoPen);
        painter.setBrush(coat);
        painter.drawRoundedRect(QRectF(x - size * 0.5, y - size * 0.5, size, size * 0.8), 26, 26);
        painter.setBrush(cattle ? coat.lighter(112) : QColor(82, 72, 64));
        painter.drawEllipse(QPointF(x, y - size * 0.42), size * 0.24, size * 0.3);
        painter.setBrush(QColor(238, 196, 44));  // its tag
        painter.drawRect(QRectF(x + size * 0.22, y - size * 0.52, 12, 15));
        painter.setBrush(Qt::black);
        painter.drawEllipse(QPointF(x - 7, y - size * 0.46), 3, 3);
        painter.drawEllipse(QPointF(x + 7, y - size * 0.46), 3, 3);
    }
    painter.setPen(QPen(QColor(130, 134, 138), 10));
    for (const double y : {floor + 60.0, floor + 150.0, floor + 240.0})
        painter.drawLine(QPointF(-60, y), QPointF(kWidth + 60, y));
    for (double x = 40; x < kWidth; x += 180) painter.drawLine(QPointF(x, floor + 20), QPointF(x, kHeight + 30));
}

void drawHall(QPainter& painter, Random& random) {
    const double floor = kHeight * 0.66;
    static const QColor kWalls[] = {{228, 226, 218}, {206, 216, 222}, {222, 212, 198}};
    wallAndFloor(painter, floor, kWalls[random.below(3)], {168, 164, 158});
    painter.setPen(Qt::NoPen);
    painter.setBrush(random.chance(0.5) ? QColor(150, 40, 36) : QColor(32, 78, 128));
    painter.drawRect(QRectF(70, 70, kWidth - 140, 74));
    painter.setPen(QColor(250, 246, 232));
    painter.setFont(lettering(42, true));
    static const char* kTitles[] = {"服 务 大 厅（示例）", "游客服务中心（示例）", "标准化试点公示（示例）"};
    painter.drawText(QRectF(70, 70, kWidth - 140, 74), Qt::AlignCenter, QString::fromUtf8(kTitles[random.below(3)]));
    painter.setPen(Qt::NoPen);
    for (int board = 0; board < 4; ++board) {
        painter.setBrush(QColor(246, 246, 242));
        const QRectF area(84 + board * 164, 178, 136, 150);
        painter.drawRect(area);
        print(painter, area.adjusted(14, 16, -14, -12), 5, random);
    }
    painter.setBrush(QColor(146, 112, 78));
    painter.drawRect(QRectF(60, floor - 96, kWidth - 120, 140));
    painter.setBrush(QColor(182, 150, 110));
    painter.drawRect(QRectF(48, floor - 112, kWidth - 96, 20));
    for (int person = 0, people = static_cast<int>(random.between(2, 4)); person < people; ++person) {
        const double x = 150 + person * 160 + random.between(-30.0, 30.0);
        painter.setBrush(QColor(40, 52, 84));
        painter.drawRoundedRect(QRectF(x - 40, floor - 186, 80, 84), 26, 26);
        painter.setBrush(QColor(222, 184, 152));
        painter.drawEllipse(QPointF(x, floor - 208), 25, 29);
        painter.setBrush(QColor(30, 26, 24));
        painter.drawChord(QRectF(x - 27, floor - 242, 54, 50), 0, 180 * 16);
    }
}

void drawLabel(QPainter& painter, Random& random) {
    painter.fillRect(QRectF(-60, -60, kWidth + 120, kHeight + 120), QColor(132, 104, 74));
    painter.setPen(Qt::NoPen);
    for (int i = 0; i < 60; ++i) {
        painter.setBrush(QColor(90, 66, 42, 40));
        painter.drawRect(QRectF(-60, random.between(-60.0, kHeight + 60), kWidth + 120, random.between(2.0, 9.0)));
    }
    const QRectF paper(118, 64, kWidth - 236, kHeight - 118);
    painter.setBrush(QColor(0, 0, 0, 70));
    painter.drawRect(paper.translated(8, 10));
    painter.setBrush(QColor(244, 240, 228));
    painter.drawRect(paper);
    painter.setPen(QColor(34, 34, 36));
    painter.setFont(lettering(38, true));
    static const char* kTitles[] = {"农药使用记录（示例）", "承诺达标合格证（示例）", "投入品出入库台账（示例）",
                                    "生产记录（示例）"};
    painter.drawText(paper.adjusted(20, 22, -20, 0), Qt::AlignHCenter | Qt::AlignTop,
                     QString::fromUtf8(kTitles[random.below(4)]));
    painter.setPen(QPen(QColor(70, 70, 74), 1.6));
    const int lines = static_cast<int>(random.between(7, 10)), columns = static_cast<int>(random.between(4, 6));
    const QRectF table = paper.adjusted(30, 96, -30, -30);
    for (int i = 0; i <= lines; ++i)
        painter.drawLine(QPointF(table.left(), table.top() + table.height() * i / lines),
                         QPointF(table.right(), table.top() + table.height() * i / lines));
    for (int i = 0; i <= columns; ++i)
        painter.drawLine(QPointF(table.left() + table.width() * i / columns, table.top()),
                         QPointF(table.left() + table.width() * i / columns, table.bottom()));
    painter.setPen(QPen(QColor(36, 52, 116), 2.2, Qt::SolidLine, Qt::RoundCap));
    for (int i = 1; i < lines; ++i) {
        for (int k = 0; k < columns; ++k) {
            if (!random.chance(i < lines * 3 / 4 ? 0.94 : 0.3)) continue;  // what was not filled in stands out
            const double x = table.left() + table.width() * k / columns + 8,
                         y = table.top() + table.height() * (i + 0.55) / lines;
            QPainterPath path({x, y});
            for (int stroke = 0; stroke < 5; ++stroke)
                path.quadTo(x + 9 + stroke * 11 + random.between(-5.0, 5.0), y + random.between(-13.0, 9.0),
                            x + 14 + stroke * 11, y + random.between(-6.0, 6.0));
            painter.drawPath(path);
        }
    }
}

void drawTag(QPainter& painter, Random& random) {
    const QColor coat = random.chance(0.5) ? QColor(196, 182, 158) : QColor(104, 76, 54);
    painter.fillRect(QRectF(-60, -60, kWidth + 120, kHeight + 120), coat);
    for (int i = 0; i < 2600; ++i) {  // hair
        painter.setPen(QPen(random.chance(0.5) ? coat.lighter(122) : coat.darker(128), random.between(1.0, 2.6)));
        const double x = random.between(-40.0, kWidth + 40), y = random.between(-40.0, kHeight + 40);
        painter.drawLine(QPointF(x, y), QPointF(x + random.between(4.0, 16.0), y + random.between(10.0, 26.0)));
    }
    const QRectF tag(250, 170, 300, 260);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0, 0, 0, 80));
    painter.drawRoundedRect(tag.translated(8, 12), 34, 34);
    painter.setBrush(QColor(240, 200, 52));
    painter.drawRoundedRect(tag, 34, 34);
    painter.drawRoundedRect(QRectF(350, 118, 100, 90), 30, 30);
    painter.setBrush(QColor(60, 56, 50));
    painter.drawEllipse(QPointF(400, 152), 17, 17);
    painter.setPen(QColor(30, 28, 26));
    painter.setFont(lettering(40, true));
    const auto digits = [&random](int count) {
        QString out;
        while (out.size() < count) out.append(QChar('0' + static_cast<int>(random.below(10))));
        return out;
    };
    painter.drawText(QRectF(250, 206, 300, 60), Qt::AlignCenter, QStringLiteral("3 62") + digits(4));
    painter.setFont(lettering(58, true));
    painter.drawText(QRectF(250, 270, 300, 70), Qt::AlignCenter, digits(8));
    painter.setPen(Qt::NoPen);
    for (double x = 286; x < 512; x += random.between(5.0, 12.0))
        painter.drawRect(QRectF(x, 352, random.between(2.0, 5.0), 50));
}

void drawSign(QPainter& painter, Random& random) {
    painter.fillRect(QRectF(-60, -60, kWidth + 120, kHeight + 120), QColor(166, 182, 196));
    painter.fillRect(QRectF(-60, kHeight * 0.72, kWidth + 120, kHeight), QColor(138, 132, 120));
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(96, 92, 88));
    for (const double x : {190.0, 590.0}) painter.drawRect(QRectF(x, 300, 20, 280));
    static const QColor kBoards[] = {{30, 92, 72}, {26, 70, 124}, {120, 74, 36}};
    painter.setBrush(kBoards[random.below(3)]);
    painter.drawRoundedRect(QRectF(110, 110, 580, 300), 14, 14);
    painter.setPen(QColor(248, 248, 244));
    painter.setFont(lettering(46, true));
    static const char* kTitles[] = {"景区导览图（示例）", "安全须知（示例）", "疏散方向（示例）", "候车区（示例）"};
    painter.drawText(QRectF(110, 130, 580, 80), Qt::AlignCenter, QString::fromUtf8(kTitles[random.below(4)]));
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(240, 240, 232, 190));
    for (int i = 0; i < 5; ++i)
        painter.drawRoundedRect(QRectF(160, 226 + i * 34, random.between(240.0, 480.0), 15), 4, 4);
}

void drawPapers(QPainter& painter, Random& random) {
    painter.fillRect(QRectF(-60, -60, kWidth + 120, kHeight + 120), QColor(112, 92, 74));
    for (int sheet = 0, sheets = static_cast<int>(random.between(2, 4)); sheet < sheets; ++sheet) {
        painter.save();
        painter.translate(random.between(220.0, 560.0), random.between(230.0, 370.0));
        painter.rotate(random.between(-16.0, 16.0));
        const QRectF area(-180, -240, 360, 480);
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor(0, 0, 0, 60));
        painter.drawRect(area.translated(6, 8));
        painter.setBrush(QColor(250, 249, 244));
        painter.drawRect(area);
        painter.setPen(QColor(40, 40, 42));
        painter.setFont(lettering(30, true));
        static const char* kTitles[] = {"标准体系明细表", "自我评价报告", "企业标准（示例）", "培训签到册"};
        painter.drawText(QRectF(-160, -214, 320, 46), Qt::AlignCenter, QString::fromUtf8(kTitles[random.below(4)]));
        print(painter, area.adjusted(30, 86, -30, -90), 5, random);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(QColor(196, 44, 40, 190), 5));
        painter.drawEllipse(QPointF(96, 172), 46, 46);
        painter.setFont(lettering(18, true));
        painter.drawText(QRectF(50, 152, 92, 40), Qt::AlignCenter, QStringLiteral("示例"));
        painter.restore();
    }
}

}  // namespace plumb::province
