/** Given names and family names from many places; combined at random, they belong to nobody. */
export const firstNames = (
  'Aaliyah Abebe Adaeze Aiko Ainhoa Aleksander Alejandra Amara Amir Anaïs Anders Anjali Anouk Arjun Astrid Ayşe Baraka ' +
  'Beatriz Bilal Björn Camille Carlos Chiara Chidi Chloé Daniela Dariusz Deepa Diego Dmitri Eirik Elif Elena Emeka Emma ' +
  'Esra Farah Fatima Femke Finn Francesca Gabriel Giulia Grace Hamza Hana Haruto Henrik Ifeoma Ilse Imani Ines Ioana ' +
  'Isabella Ivana Jakub Jamal Jana João Johanna Joon-ho José Jürgen Kaito Karim Katarzyna Kavya Kofi Lars Layla Leila ' +
  'Liam Lin Linnea Lucía Luka Magnus Mahmoud Malik Marek Mariana Marta Mateo Mei Mikael Milan Minh Mirjam Naledi Nadia ' +
  'Neha Nikolai Noor Nuria Olivia Omar Oskar Paolo Pavel Petra Priyanka Quentin Rafael Rania Ravi Renée Rosa Ryo Sanne ' +
  'Santiago Sara Seo-yeon Siobhán Sofia Sunita Svetlana Tala Tariq Tereza Thandiwe Thomas Tomás Uma Valentina Viktor ' +
  'Wanjiru Wei Xin Yara Yuki Yusuf Zeynep Zoë Zuzana'
).split(' ');

export const lastNames = (
  'Abdi Achterberg Adeyemi Aguilar Ahmed Akintola Almeida Andersen Bakker Balogun Banerjee Bauer Becker Bergström Bianchi ' +
  'Björnsdóttir Boateng Bondarenko Castillo Chandra Chen Cohen Costa Dąbrowski Dahl Delacroix Demir Diallo Dubois Eriksen ' +
  'Estévez Farouk Fernández Ferrari Fischer Fitzgerald Fujimoto Gallagher García Georgiou Greene Grünwald Gupta Haddad ' +
  'Hansen Hassan Hernández Hoang Horváth Hughes Ibrahim Ivanova Iyer Jansen Jensen Jiménez Johansson Kaya Keller Khalil ' +
  'Kim Kovács Kowalski Kristiansen Kumar Lambert Larsen Lindqvist Liu Lopes Mahlangu Marino Martínez Mbeki Mensah Meyer ' +
  'Mohamud Moreau Müller Murphy Mwangi Nakamura Ndiaye Nguyen Nielsen Novák Nowak Nwosu O’Brien Okonkwo Olsen Ortega ' +
  'Osei Øvergård Özdemir Papadopoulos Park Patel Pereira Petrov Popescu Quispe Rahman Ramírez Rao Rasmussen Reddy Ricci ' +
  'Rossi Rousseau Saito Salazar Santos Schneider Schröder Şahin Sharma Sithole Smit Sørensen Soto Suzuki Takahashi Tanaka ' +
  'Tran Traoré Ueda Van-Dijk Vargas Vermeulen Virtanen Wagner Walsh Wang Watanabe Weiß Wójcik Wong Yamamoto Yıldız Zhang Zhou'
).split(' ');

const letters: Readonly<Record<string, string>> = { ø: 'o', ß: 'ss', ł: 'l', ı: 'i', æ: 'ae', '’': '' };

/** A name as written before the @. */
export const inAddress = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[øßłıæ’]/g, (letter) => letters[letter] ?? '')
    .replace(/[^a-z0-9]+/g, '-');
