// Forms to measure with, as XForms XML: many items in sections, a subtotal each and a grand total; repeats with
// calculated fields; a choice out of a large file.
#pragma once

#include <string>

namespace plumb::bench {

// `items` in sections of 25: select_one, required, every fifth relevant on its predecessor, a calculation each. `flat`:
// the grand total is one sum of all terms instead of the subtotals'.
inline std::string manyItems(int items, bool flat) {
    std::string data, binds, body, total;
    for (int at = 0; at < items; at += 25) {
        const auto section = "s" + std::to_string(at / 25 + 1);
        const auto path = "/data/" + section;
        data += "<" + section + ">";
        body += "<group ref=\"" + path + "\"><label>Section " + section + "</label>";
        std::string subtotal;
        for (int i = at; i < at + 25 && i < items; ++i) {
            const auto q = "q" + std::to_string(i + 1), points = "p" + std::to_string(i + 1);
            data += "<" + q + "/><" + points + "/>";
            binds += "<bind nodeset=\"" + path + "/" + q + "\" type=\"select1\" required=\"true()\"";
            if (i % 5 == 4 && i % 25 != 0) binds += " relevant=\"" + path + "/q" + std::to_string(i) + " != 'na'\"";
            binds += "/><bind nodeset=\"" + path + "/" + points + "\" type=\"decimal\" calculate=\"if(" + path + "/" +
                     q + " = 'pass', 4, if(" + path + "/" + q + " = 'part', 2, 0))\"/>";
            body += "<select1 ref=\"" + path + "/" + q + "\"><label>Item " + std::to_string(i + 1) +
                    "</label><item><label>Conforms</label><value>pass</value></item><item><label>In part</label>"
                    "<value>part</value></item><item><label>Does not</label><value>fail</value></item>"
                    "<item><label>Not applicable</label><value>na</value></item></select1>";
            subtotal += (subtotal.empty() ? "" : " + ") + path + "/" + points;
            total += flat ? (total.empty() ? "" : " + ") + path + "/" + points : "";
        }
        data += "<subtotal/></" + section + ">";
        body += "</group>";
        binds += "<bind nodeset=\"" + path + "/subtotal\" type=\"decimal\" calculate=\"" + subtotal + "\"/>";
        if (!flat) total += (total.empty() ? "" : " + ") + path + "/subtotal";
    }
    return "<h:html xmlns=\"http://www.w3.org/2002/xforms\" "
           "xmlns:h=\"http://www.w3.org/1999/xhtml\"><h:head><h:title>many"
           "</h:title><model><instance><data id=\"many\">" +
           data + "<total/></data></instance>" + binds + "<bind nodeset=\"/data/total\" type=\"decimal\" calculate=\"" +
           total + "\"/></model></h:head><h:body>" + body + "</h:body></h:html>";
}

// A repeat of eight calculated fields, and a sum over all of them outside.
inline std::string repeats() {
    std::string fields, binds, previous = "base";
    for (int i = 1; i <= 8; ++i) {
        const auto name = "c" + std::to_string(i);
        fields += "<" + name + "/>";
        binds += "<bind nodeset=\"/data/plot/" + name + "\" type=\"decimal\" calculate=\"../" + previous + " + " +
                 std::to_string(i) + "\"/>";
        previous = name;
    }
    return "<h:html xmlns=\"http://www.w3.org/2002/xforms\" xmlns:h=\"http://www.w3.org/1999/xhtml\" "
           "xmlns:jr=\"http://openrosa.org/javarosa\"><h:head><h:title>repeats</h:title><model><instance><data "
           "id=\"repeats\">"
           "<plot jr:template=\"\"><base>1</base>" +
           fields + "</plot><total/></data></instance><bind nodeset=\"/data/plot/base\" type=\"int\"/>" + binds +
           "<bind nodeset=\"/data/total\" type=\"decimal\" calculate=\"sum(/data/plot/c8)\"/></model></h:head><h:body>"
           "<group ref=\"/data/plot\"><label>Plot</label><repeat nodeset=\"/data/plot\"><input "
           "ref=\"/data/plot/base\"><label>Base"
           "</label></input></repeat></group></h:body></h:html>";
}

// A question whose choices are rows of an attached file, filtered by another answer.
inline std::string largeChoice() {
    return "<h:html xmlns=\"http://www.w3.org/2002/xforms\" "
           "xmlns:h=\"http://www.w3.org/1999/xhtml\"><h:head><h:title>places"
           "</h:title><model><instance><data id=\"places\"><county/><village/></data></instance><instance "
           "id=\"villages\" "
           "src=\"jr://file-csv/villages.csv\"/><bind nodeset=\"/data/county\" type=\"string\"/><bind "
           "nodeset=\"/data/village\" "
           "type=\"string\"/></model></h:head><h:body><input ref=\"/data/county\"><label>County</label></input>"
           "<select1 ref=\"/data/village\"><label>Village</label><itemset "
           "nodeset=\"instance('villages')/root/item[county = "
           "/data/county]\"><value ref=\"name\"/><label ref=\"label\"/></itemset></select1></h:body></h:html>";
}

}  // namespace plumb::bench
