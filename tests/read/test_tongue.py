"""The language of a text, whatever names stand in it."""

from __future__ import annotations

import pytest

from dateline.read.tongue import UNKNOWN, foreign, language

ENGLISH = """
BOGOTA, Aug. 8, 2010 (Sierra Press) - Juan Manuel Galán and Jorge Enrique Robledo met Luis Alberto Moreno on Sunday.
CARACAS - Nicolás Maduro Moros received José Luis Rodríguez Zapatero and Ernesto Samper Pizano at the Palacio de Miraflores.
María Ángela Holguín Cuéllar, Alí Rodríguez Araque and Fander Falconí Benítez signed the Acta de Quito.
"We are going to talk," Rafael Correa Delgado told Canal Caracol and Radio Nacional de Venezuela in Santa Marta.
Buenos Aires: Cristina Fernández de Kirchner, Luiz Inácio Lula da Silva, Fernando Lugo Méndez to discuss the price of gas.
San José, Costa Rica. Óscar Arias Sánchez said that Manuel Zelaya Rosales had accepted. Roberto Micheletti Baín had not.
La Paz, Bolivia: Evo Morales Ayma and Álvaro García Linera walked out of the Palacio Quemado on Tuesday night.
BONN - Bundeskanzler Helmut Kohl and Außenminister Hans-Dietrich Genscher flew to Moscow.
Frank-Walter Steinmeier, Ursula von der Leyen, Annegret Kramp-Karrenbauer and Heiko Maas attended the Münchner Sicherheitskonferenz.
Der Spiegel, Süddeutsche Zeitung and Frankfurter Allgemeine Zeitung reported it; Wolfgang Schäuble denied it.
Walther Stützle of the Stiftung Wissenschaft und Politik in Berlin was not surprised.
Bundesaussenminister Walter Scheel landed in Köln-Bonn; Staatssekretär Egon Bahr stayed behind.
PEKING, Oct. 22 - Chou En-lai, Chi Peng-fei, Chiao Kuan-hua and Huang Hua saw the visitors off.
Wang Yi met Le Yucheng, Ma Zhaoxu and Zheng Zeguang at Diaoyutai; Hua Chunying would not comment.
Hu Jintao, Wen Jiabao, Wu Bangguo, Jia Qinglin and Li Changchun shook hands with the guests in Zhongnanhai.
Taipei: Ma Ying-jeou told Lien Chan and Wang Jin-pyng that Su Chi had resigned.
Sergei Viktorovich Lavrov, Vitaly Ivanovich Churkin and Mikhail Leonidovich Bogdanov left Sheremetyevo for Damascus.
Moscow. Yevgeny Primakov, Viktor Chernomyrdin and Andrei Kozyrev were not in the room, Interfax said.
Gromyko, Dobrynin, Semyonov, Kornienko: these are the men who will do the talking.
Minsk, Alyaksandr Lukashenka and Uladzimir Makei received Petro Poroshenko in the Palats Nezalezhnasti.
DOHA - Sheikh Hamad bin Khalifa al-Thani, Sheikh Hamad bin Jassim bin Jabr al-Thani and Amr Moussa spoke.
Beirut: Nabih Berri, Fouad Siniora, Walid Jumblatt, Saad al-Hariri and Michel Aoun came to the Phoenicia.
King Abdullah bin Abdulaziz al-Saud, Prince Saud al-Faisal and Prince Bandar bin Sultan flew to Sharm el-Sheikh.
Abd Rabbuh Mansur Hadi and Khaled Bahah reached Riyadh; Abdul-Malik al-Houthi stayed in Saada.
Mahmoud Abbas, Saeb Erekat and Ahmed Qureia met Tzipi Livni in Jerusalem.
Mohammad Javad Zarif, Abbas Araghchi and Majid Takht-Ravanchi returned to the Palais Coburg.
Ban Ki-moon and Yang Jiechi had talks.
Valéry Giscard d'Estaing, Jacques Chirac and Jean Sauvagnargues were at the Élysée, and so was Léopold Sédar Senghor.
Le Monde, Libération, Le Figaro: all three had the story on Thursday, said Hubert Védrine.
Abidjan - Laurent Gbagbo, Alassane Ouattara, Guillaume Soro and Blaise Compaoré agreed on Ouagadougou.
Kigali, Paul Kagame and Félix Tshisekedi will meet in Luanda, João Lourenço told Jornal de Angola.
Ngô Đình Diệm and Nguyễn Văn Thiệu were against it.
Recep Tayyip Erdoğan, Mevlüt Çavuşoğlu and İbrahim Kalın went to Cumhurbaşkanlığı Külliyesi before the call.
Jens Stoltenberg, Børge Brende and Ine Eriksen Søreide saw Margot Wallström in Bodø on Monday.
Viorica Dăncilă and Klaus Iohannis quarrelled about the embassy in Tel Aviv, Liviu Dragnea said.
Park Geun-hye, Yun Byung-se, Kim Kwan-jin: who was told, and when?
Narendra Modi, Sushma Swaraj, Nirmala Sitharaman and Subrahmanyam Jaishankar landed at Palam after midnight.
SEEN IN PEKING: CHOU EN-LAI, CHIANG CHING, YEH CHIEN-YING AND LI HSIEN-NIEN. LIN PIAO WAS NOT THERE.
Skopje: Zoran Zaev, Nikola Dimitrov and Alexis Tsipras signed it at Psarades, Nikos Kotzias said.
Budapest, Viktor Orbán and Péter Szijjártó vs Donald Tusk: the quarrel that will not end
""".strip().splitlines()

OTHERS = """
de Der Bundesaußenminister ist am Montag nach Moskau geflogen, um mit seinem Kollegen über den Vertrag zu sprechen.
de Juan Manuel Santos und Hugo Chávez haben in Santa Marta ihre Beziehungen wieder aufgenommen.
de Kanzler und Präsident trafen sich gestern zu einem Gespräch, das über zwei Stunden dauerte.
es El presidente viajará el martes a Caracas para reunirse con su homólogo y hablar de la frontera.
es Hillary Clinton y John Kerry se reunieron con el canciller en la sede de la Cancillería, informó la agencia.
es No hubo acuerdo: las dos delegaciones abandonaron la sala sin hacer declaraciones.
fr Le ministre des affaires étrangères a rencontré son homologue à Genève, sans parvenir à un accord.
fr Henry Kissinger et Chou En-lai se sont entretenus pendant quatre heures, selon un communiqué commun.
fr Les deux présidents ont signé la déclaration, mais aucun calendrier n'a été fixé pour la suite.
it Il ministro degli Esteri ha incontrato a Roma il collega egiziano e i due hanno parlato della crisi.
pt O presidente brasileiro recebeu ontem o chanceler argentino e os dois assinaram um acordo sobre energia.
nl De minister van Buitenlandse Zaken had maandag een gesprek met zijn ambtgenoot, maar er was geen akkoord.
sv Utrikesministern reste på måndagen till Helsingfors för att träffa sin kollega och tala om avtalet.
tr Dışişleri Bakanı pazartesi günü Moskova'ya giderek mevkidaşıyla anlaşmayı görüştü.
pl Minister spraw zagranicznych spotkał się w poniedziałek w Moskwie ze swoim odpowiednikiem.
ru Министр иностранных дел встретился в понедельник в Женеве со своим коллегой.
zh 外交部长星期一在北京会见了来访的代表团，双方就双边关系交换了意见。
ar التقى وزير الخارجية نظيره في القاهرة يوم الاثنين لبحث الاتفاق بين البلدين.
""".strip().splitlines()


@pytest.mark.parametrize("text", ENGLISH)
def test_names_do_not_hide_english(text: str) -> None:
    assert language(text) == "en"


@pytest.mark.parametrize("line", OTHERS)
def test_other_languages_are_seen(line: str) -> None:
    code, text = line.split(" ", 1)
    assert language(text) == code


def test_what_most_of_a_long_text_is_in_counts() -> None:
    opening = "CARACAS, 10 de agosto (Prensa Andina) - Hugo Rafael Chávez Frías y Juan Manuel Santos Calderón. "
    assert (
        language(opening + "The two presidents talked for three hours in the garden, and they promised that it would last. " * 3)
        == "en"
    )
    quoted = "\u201cWe have turned the page\u201d, dijo el presidente en inglés. "
    assert (
        language(quoted + "Los dos presidentes hablaron tres horas en el jardín y prometieron que el acuerdo va a durar. " * 3)
        == "es"
    )


def test_too_little_to_tell() -> None:
    assert language("12 : 30 - 14 : 00") == UNKNOWN and not foreign("Reuters", "en")


def test_a_line_in_another_language() -> None:
    assert foreign("El presidente viajará el martes a Caracas para reunirse con su homólogo y hablar de la frontera.", "en")
    assert not foreign("Nicolás Maduro Moros and José Luis Rodríguez Zapatero at the Palacio de Miraflores", "en")
