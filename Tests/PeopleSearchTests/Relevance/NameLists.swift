/// Given and family names of one culture, as people there write them.
struct NameList {
  let given: [String]
  let family: [String]
  /// What stands between the two; empty where the family name comes first without a space.
  var separator = " "
  var familyFirst = false

  init(_ given: String, _ family: String, separator: String = " ", familyFirst: Bool = false) {
    self.given = given.split(separator: " ").map { String($0).replacing("_", with: " ") }
    self.family = family.split(separator: " ").map { String($0).replacing("_", with: " ") }
    self.separator = separator
    self.familyFirst = familyFirst
  }

  func name(_ given: String, _ family: String) -> String {
    familyFirst ? family + separator + given : given + separator + family
  }
}

/// Names of many cultures, compiled for measuring how well people are found. None of them is in the sample data.
enum NameLists {
  static let latin = [
    NameList(
      "Marguerite Bartholomew Philippa Rupert Imogen Alistair Harriet Winifred Desmond Gwendolyn Nigel Rosalind Clive Beatrix Trevor Marjorie Julian Tabitha Quentin Prudence Jocelyn Humphrey Millicent Reginald",
      "Ashworth Pemberton Thistlethwaite Holloway Featherstone Cavendish Blackwood Hargreaves Winterbourne Fairclough Ellsworth Montague Whitcombe Sutherland Bancroft Lockhart Penhaligon Ravenscroft Stanhope Kettering O'Shaughnessy Fitz-Gibbon Wolstenholme Eddington"),
    NameList(
      "Johnathan Tyler Brianna Madison Jennifer Christopher Kimberly Dustin Heather Brandon Stephanie Gregory Melissa Jeffrey Amanda Zachary Courtney Derek Kristin Randall Julie Jules Katherine Kathleen",
      "Henderson Whitaker Richardson Stevenson Caldwell Hutchinson Ferguson Fernsby McAllister McCormick Vanderbilt Kowalski Delgado Sandoval Peterson Pedersen Anderson Andrews Mitchell Marshall Martinson Carpenter Underwood Abernathy"),
    NameList(
      "Julia Fernanda Guadalupe Íñigo Begoña Álvaro Ximena Joaquín Rocío Andrés Inés Martín Belén Sebastián Úrsula Germán Paloma Tomás Raúl Marisol Jesús Concepción Leandro Yolanda",
      "Fernández Gutiérrez Ibarra Zúñiga Echeverría Castañeda Domínguez Villanueva Quiñones Márquez Álvarez Benítez Cárdenas Sepúlveda Urrutia Montañez Peñaloza Arrieta Galdós Barrientos García_Lorca de_la_Vega del_Río Núñez"),
    NameList(
      "João Conceição Luís Beatriz Gonçalo Inês Vítor Fátima António Letícia Estêvão Marília Caetano Sónia Rui Mafalda Thiago Débora Vinícius Rosângela Otávio Camila Simão Flávia",
      "Magalhães Cordeiro Simões Guimarães Leitão Brandão Araújo Assunção Conceição Figueiredo Nogueira Falcão Vasconcelos Trindade Furtado Queirós Bragança Calçada Salomão Teixeira da_Costa dos_Anjos Proença Lourenço"),
    NameList(
      "Océane Éloïse Benoît Thérèse Jérôme Hélène Gaëtan Maëlle Clément Solène Étienne Noémie Théophile Aurélie Stéphane Édith Jean-Baptiste Marie-Claire Loïc Fabienne Gérard Sylvain Margaux Cédric",
      "Beauchêne Lefèvre Château Delacroix Duchesne Marchand Rousselot Villeneuve Boisvert Charpentier Deschênes Gauthier Lévêque Montfort Thévenet Fournier Bélanger Giraudoux Pelletier Saint-Exupéry d'Aubigny L'Hôpital Archambault Bréguet"),
    NameList(
      "Björn Käthe Günther Jörg Ulrike Sieglinde Götz Annegret Hansjürgen Dörte Wolfgang Heike Friedhelm Bärbel Lüder Mechthild Ruprecht Hannelore Kürsad Jürn Gisela Reinhard Ottilie Volker",
      "Müllenhoff Schäfer Köhler Großmann Weiß Jäger Krüger Böhringer Schönfeld Löwenstein Dürrenmatt Kästner Vogelsang Pfeiffer Zimmermann Rößler Hübner Grünwald Steinhäuser von_Hohenstein Überschär Flößer Brückner Wächter"),
    NameList(
      "Sjoerd Maartje Wouter Geertje Thijs Femke Joost Anneke Ruben Liesbeth Gijs Marijke Bram Saskia Koenraad Hendrikje Siebren Tineke Floris Roelof Wilhelmina Diederik Lieke Jasper",
      "van_den_Berg de_Groot van_der_Meer Hoogland Kuipers Brouwer van_'t_Hof Oosterhuis Dijkstra Westerveld Zonneveld Kloosterman Schippers Veenstra ten_Brink Terpstra Nieuwenhuis Koopmans Reijnders IJsselstein Molenaar Slagter Verhoeven Wiersma"),
    NameList(
      "Åke Märta Håkan Göran Östen Birgitta Lennart Solveig Torbjörn Ylva Rasmus Gunnel Söderlind Kerstin Bengt Viveka Stellan Agneta Hjalmar Ragnhild Bjørg Øyvind Åse Sølvi",
      "Bergström Åkesson Sjöberg Hägglund Öberg Strömqvist Lindgren Grönlund Fåhræus Kjærgaard Nørgaard Østergaard Bjørnstad Håland Sæther Mørk Skjønsberg Rødland Ågård Thorbjørnsen Søgaard Dahlström Ekblad Nyqvist"),
    NameList(
      "Þórunn Guðrún Sigurður Ásgeir Hrafnhildur Ægir Þorsteinn Ísleifur Katrín Bjarni Steinunn Örn Sólveig Úlfur Aðalbjörg Jóhann Eyþór Védís",
      "Þorláksdóttir Guðjónsson Sigurðardóttir Ásgrímsson Hallgrímsson Ægisdóttir Björnsdóttir Ísaksson Ólafsdóttir Steinþórsson Örlygsson Jökulsson Mýrdal Kvaran Blöndal Thoroddsen Hafstein Brynjólfsson"),
    NameList(
      "Wojciech Małgorzata Władysław Agnieszka Przemysław Jadwiga Stanisław Elżbieta Grażyna Zbigniew Bożena Mieczysław Bogumiła Kazimierz Żaneta Świętosław Radosław Danuta Sławomir Łucja Michalina Tadeusz Halina Dobrosława",
      "Wiśniewska Szczepański Błaszczyk Jabłoński Żuławski Gołębiewski Śliwińska Pawłowicz Krzyżanowski Wróblewski Dąbrowska Zieliński Grzędzicki Łuczak Ćwikliński Kuźniar Świderski Piątek Węgrzyn Maślanka Wałęsa Olszewska Chmielewski Rączkowski"),
    NameList(
      "Zdeněk Růžena Bohumil Květa Jiřina Řehoř Vojtěch Ludmila Miloš Šárka Čestmír Blažena Ľubomír Žofia Štefánia Ďuro Oldřich Markéta",
      "Novotný Procházková Černý Hrušková Šťastný Růžička Dvorská Kučera Příhoda Žižka Vondráček Řezníček Hájková Ďurica Ľalík Šimečka Čapek Zeman"),
    NameList(
      "Erzsébet Gergő Zsófia László Ágnes Bálint Ödön Kálmán Emőke Győző Réka Szilárd Tünde Levente Ibolya Ferenc Dezső Piroska",
      "Szabó Kovács Tóth Nagyházi Fekete Gyarmati Csákány Szűcs Földes Bárány Németh Rákóczi Kőszegi Ősz Vörös Zsoldos Petőfi Hajdú"),
    NameList(
      "Đorđe Živka Ljiljana Goran Snežana Miroslav Ćiro Vesna Zvonimir Jasmina Borislav Mirjana Branko Nikolina Dragoslav Šejla Hrvoje Štefica",
      "Đukanović Petrović Jovanović Šarić Živković Kovačević Ćosić Lončar Marković Vukašinović Božić Mihajlović Stanković Čolak Perišić Hadžić Knežević Grgić"),
    NameList(
      "Ștefania Ionuț Mădălina Răzvan Ilinca Bogdan Șerban Ancuța Grațiela Cătălin Sânziana Traian Brândușa Horia Doina Lăcrămioara",
      "Ionescu Dumitrescu Șerbănescu Țurcanu Brătianu Câmpeanu Vlădescu Munteanu Găvănescu Stănescu Rădulescu Constantinescu Bălcescu Mânzat Ciobanu Tănase"),
    NameList(
      "Gülşen Özgür Çağla Şebnem İlker Ayşegül Uğur Yıldız Ömer Tuğba Işık Hüseyin Sıla Çetin Gökhan Nazlı Kıvanç Müjde",
      "Yıldırım Özdemir Çakır Şahin İnönü Kılıçdar Güneş Aydoğan Karagöz Öztürkmen Büyükşehir Taşkın Demirtaş Uğurlu Akıncı Erdoğdu Yüksel Bozkurt"),
    NameList(
      "Quỳnh Hương Đức Tuấn Phương Thảo Khánh Minh Hồng Dũng Trâm Vũ Bảo Lệ Tường Uyên Huyền Nghĩa",
      "Trần Lê Phạm Hoàng Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Trịnh Lương Phan Mạc Tô", familyFirst: true),
    NameList(
      "Federica Giancarlo Niccolò Ludovica Gianluca Ornella Massimiliano Donatella Ruggero Serafina Fiorenza Ermanno Giuseppina Raffaele Loredana Vincenzo Ginevra Ottavio",
      "Marchetti Bevilacqua Della_Rovere D'Annunzio Montefiore Santarelli Pellegrini Guidobaldi Castellani Vespucci Dell'Acqua Ferrante Quattrocchi Sant'Angelo Zambrotta Benincasa Fioravanti Ghirlandaio"),
    NameList(
      "Oluwaseun Adaeze Chukwuemeka Folasade Babatunde Ifeoma Nnamdi Yetunde Kehinde Tochukwu Obinna Amarachi Temitope Sọlá Ayọ̀délé Uchenna Ikenna Bukola",
      "Adebayo Okonkwo Eze Olatunji Nwosu Ogunleye Achebe Balogun Chukwu Onyekachi Akintola Obasanjo Ekwueme Afolabi Ṣóyínká Oyelaran Uzodinma Ojukwu"),
    NameList(
      "Aishwarya Venkatesh Lakshmi Rajesh Sunita Harpreet Manjula Vikram Deepika Gurpreet Shivani Ramachandran Kavitha Siddharth Padmini Anirudh Meenakshi Chandrika",
      "Subramanian Krishnamurthy Bhattacharya Mukherjee Iyengar Deshpande Chattopadhyay Ranganathan Venkataraman Kulkarni Agarwal Srinivasan Banerjee Gopalakrishnan Dasgupta Natarajan Joshi Raghavan"),
    NameList(
      "Abdul-Rahman Khadijah Mu'adh Zaynab Yusuf Maryam Bilal Salma Tariq Hanan Idris Ruqayya Jamal Suhayla Qasim Najwa Zakariyya Umm-Kulthum",
      "al-Khatib al-Mansour el-Baradei bin_Rashid Abu_Zayd al-Jaziri Haddawi Qabbani Darwish Mahfouz Sha'rawi Barakat Tamimi al-Farabi Nasrallah Khalidi Sayegh Zoabi"),
  ]

  static let cyrillic = [
    NameList(
      "Александра Всеволод Людмила Григорий Ярослава Фёдор Ксения Тимофей Зинаида Алёна Семён Вячеслав Надежда Юрий Эльвира Матвей Лукерья Пётр",
      "Соловьёв Кузнецова Чайковский Шостакович Морозов Лебедева Виноградов Щербакова Королёв Зайцев Белоусова Тихонравов Яковлев Ефимова Жуковский Циолковский Добролюбов Гоголева"),
    NameList(
      "Оксана Тарас Соломія Богдана Єлизавета Назар Ґалина Остап Яринка Любомир Іванна Мирослава",
      "Шевченко Лисенко Коваленко Бойчук Франків Українець Гончаренко Ткачук Їжакевич Сковорода Петлюра Довженко"),
  ]

  static let eastAsian = [
    NameList("小明 建国 丽华 志强 秀英 文博 雨桐 子涵 海燕 德华 晓东 玉兰 国栋 思远 美玲 浩然", "王 欧阳 陈 赵 诸葛 周 吴 孙 徐 马 朱 胡 林 郭 何 高", separator: "", familyFirst: true),
    NameList("太郎 花子 健一 美咲 翔太 陽菜 大輔 直樹 さくら ひろし 真由美 拓也 恵子 和夫", "田中 渡辺 伊藤 小林 加藤 吉田 佐々木 山口 松本 井上 木村 斎藤 清水 長谷川", familyFirst: true),
    NameList("민준 서연 지훈 하은 도윤 수빈 예준 지민 현우 채원 건우 유진 성호 은지", "박 최 정 강 조 윤 장 임 한 오 서 신 권 황", separator: "", familyFirst: true),
  ]

  static let titles = [
    "Head of Research", "Professor of History", "Software Engineer", "Product Manager", "Chief Executive", "Data Scientist", "Librarian", "Curator", "Journalist",
    "Policy Adviser", "Nurse", "Architect", "Lecturer in Law", "Museum Director", "Economist", "Illustrator", "Independent Consultant", "VP of Marketing", "R&D Lead", "",
  ]
  static let companies = [
    "Quillon Analytics", "Nordwind Energy", "Fernhill Press", "Maple & Stone", "Tessellate", "Zephyrine", "Umbra Studios", "Kestrel Robotics", "Opaline Health", "Granite Peak Bank",
    "Juniper Street Theatre", "Verdigris Ltd", "Halcyon Airlines", "Bluebell Hospital", "Corvid Games", "Saffron Foods", "Polaris Institute", "Driftwood Radio", "Ostara Chemicals", "Lumenfield",
    "Copperline Rail", "Ibex Outdoor", "Wren & Daughters", "Harrow Insurance", "Pinecrest School", "Vantablack Media", "Solstice Energy", "Ardent Legal", "Mistral Shipping", "",
  ]
}
