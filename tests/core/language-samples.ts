/** What pages of Saltmere say in one language: a few of each, and all of them whole. */
export type Samples = {
  /** Sentences that end a live blog. */
  readonly closed?: readonly string[];
  /** Sentences that speak of one and end nothing. */
  readonly open?: readonly string[];
  /** Ages, and how many minutes they are. */
  readonly ages?: readonly (readonly [text: string, minutes: number])[];
  /** Lines that only point elsewhere. */
  readonly pointers?: readonly string[];
  /** Labels that have to be known, by what they say. */
  readonly labels?: Readonly<Record<string, readonly string[]>>;
  /** Lines of a page around its times: all of them tell 14:05. */
  readonly times?: readonly string[];
  /** Single sentences with a full stop within. */
  readonly abbreviated?: readonly string[];
  /** Texts of links and buttons that are no part of an entry. */
  readonly buttons?: readonly string[];
  /** What stands before a caption to be pressed. */
  readonly enlarge?: readonly string[];
  /** The title of a page that is a live blog. */
  readonly title?: string;
  /** Short words that carry no story. */
  readonly stopWords?: readonly string[];
};

/** By the name of the language: whoever adds one says here how it speaks. */
export const SAMPLES: Readonly<Record<string, Samples>> = {
  English: {
    abbreviated: ['Dr. Voss closed the pier.'],
    buttons: ['Share', 'Back to top', 'All rights reserved'],
    enlarge: ['Enlarge this image'],
    title: 'Storm over Saltmere: live updates',
    closed: ['This live blog is now closed.', 'That’s all from us for today.'],
    open: ['The harbour is closed, our live blog is not.', 'Live: the ferry has closed its doors.'],
    ages: [
      ['4 minutes ago', 4],
      ['an hour ago', 60],
      ['just now', 0],
      ['about 2 hours ago', 120],
    ],
    pointers: ['Read more', 'Full story', 'Sign up for our newsletter'],
    labels: {
      pinned: ['Pinned post'],
      key: ['Key event'],
      summary: ['What we know so far'],
      breaking: ['Breaking'],
      updated: ['Last updated'],
      advert: ['Advertisement'],
    },
    times: ['Updated at 14:05', 'Last updated: 2.05pm', 'Posted 14:05'],
    stopWords: ['the', 'which'],
  },
  German: {
    abbreviated: ['Der Pegel steigt z.B. am Pier.'],
    buttons: ['Teilen', 'Zurück nach oben', 'Alle Rechte vorbehalten'],
    enlarge: ['Bild vergrößern'],
    title: 'Sturm: der Liveticker aus Saltmere',
    closed: ['Dieser Liveblog ist beendet.', 'Damit endet unser Liveticker.'],
    open: ['Der Pegel endet bei vier Metern, der Liveblog läuft weiter.'],
    ages: [
      ['vor 4 Minuten', 4],
      ['vor einer Stunde', 60],
      ['gerade eben', 0],
      ['vor einem Augenblick', 0],
      ['vor ungefähr 2 Std.', 120],
    ],
    pointers: ['Lesen Sie auch', 'Mehr zum Thema', 'Weiterlesen'],
    labels: {
      pinned: ['Angepinnt', 'Angepinnter Beitrag'],
      key: ['Wichtiges Ereignis', 'Wichtige Ereignisse', 'Schlüsselmoment'],
      summary: ['Zusammenfassung', 'Was bisher geschah'],
      breaking: ['EILMELDUNG', 'Eilt'],
      updated: ['Aktualisiert', 'Letzte Aktualisierung', 'Geändert'],
      advert: ['Anzeige', 'Gesponsert'],
    },
    times: ['Aktualisiert um 14.05 Uhr', 'Stand: 14:05', 'Geändert um 14:05 Uhr'],
    stopWords: ['und', 'nicht'],
  },
  French: {
    abbreviated: ['Mme. Voss a fermé la jetée.'],
    buttons: ['Partager', 'Retour en haut de page', 'Tous droits réservés'],
    enlarge: ['Agrandir l’image'],
    title: 'Tempête : suivez la situation en direct',
    closed: ['Ce direct est maintenant terminé.', 'Merci d’avoir suivi ce live.'],
    open: ['Le bac a fermé, notre direct continue.'],
    ages: [
      ['il y a 4 minutes', 4],
      ['il y a une heure', 60],
      ['à l’instant', 0],
      ['il y a à peu près 2 h', 120],
    ],
    pointers: ['Lire aussi', 'À lire également', 'En savoir plus'],
    labels: {
      pinned: ['Épinglé', 'Message épinglé'],
      key: ['Temps forts', 'Moments clés', 'L’essentiel'],
      summary: ['Récapitulatif', 'Ce que nous savons'],
      breaking: ['Alerte info', 'Dernière heure'],
      updated: ['Mis à jour', 'Dernière mise à jour', 'Modifiée'],
      advert: ['Publicité', 'Sponsorisé'],
    },
    times: ['Mis à jour à 14h05', 'Publié à 14 h 05', 'Dernière mise à jour : 14h05'],
    stopWords: ['dans', 'nous'],
  },
  Spanish: {
    abbreviated: ['La Sra. Voss cerró el muelle.'],
    buttons: ['Compartir', 'Volver arriba', 'Todos los derechos reservados'],
    enlarge: ['Ampliar imagen'],
    title: 'Temporal en Saltmere, minuto a minuto',
    closed: ['Aquí termina nuestra cobertura.', 'Gracias por seguir este directo.'],
    open: ['El puerto se cierra y el directo sigue.'],
    ages: [
      ['hace 4 minutos', 4],
      ['hace una hora', 60],
      ['ahora mismo', 0],
      ['hace 30 seg', 0.5],
      ['hace aproximadamente 2 horas', 120],
    ],
    pointers: ['Leer más', 'Lea también', 'Te puede interesar'],
    labels: {
      pinned: ['Fijado', 'Mensaje fijado'],
      key: ['Momento clave', 'Momentos clave', 'Puntos clave'],
      summary: ['Resumen', 'Qué sabemos'],
      breaking: ['Última hora', 'Último momento'],
      updated: ['Actualizado', 'Actualizada', 'Modificado'],
      advert: ['Publicidad', 'Patrocinado'],
    },
    times: ['Actualizado a las 14:05', 'Publicado el 3 de marzo de 2031 a las 14:05', 'Modificado a las 14:05 h'],
    stopWords: ['para', 'sobre'],
  },
  Italian: {
    abbreviated: ['Il Dott. Voss ha chiuso il molo.', 'La sig. Voss resta al porto.'],
    buttons: ['Condividi', 'Torna su', 'Tutti i diritti riservati'],
    enlarge: ['Ingrandisci'],
    title: 'Tempesta a Saltmere, la diretta',
    closed: ['La diretta finisce qui.', 'Fine della diretta.'],
    open: ['Il molo è chiuso, la diretta continua.'],
    ages: [
      ['4 minuti fa', 4],
      ['un’ora fa', 60],
      ['poco fa', 0],
      ['un istante fa', 0],
      ['più di 2 ore fa', 120],
    ],
    pointers: ['Leggi anche', 'Per approfondire', 'Continua a leggere'],
    labels: {
      pinned: ['Fissato', 'In evidenza', 'Post in evidenza'],
      key: ['Momento chiave', 'Momenti chiave', 'Punti chiave'],
      summary: ['Riepilogo', 'Cosa sappiamo'],
      breaking: ['Ultim’ora'],
      updated: ['Aggiornato', 'Aggiornata', 'Ultimo aggiornamento'],
      advert: ['Pubblicità', 'Sponsorizzato'],
    },
    times: ['Aggiornato alle 14:05', 'Pubblicato il 3 marzo 2031 alle 14:05', 'Ultima modifica: 14:05'],
    stopWords: ['nella', 'sono'],
  },
  Polish: {
    abbreviated: ['Zamknięto ul. Portową.'],
    buttons: ['Udostępnij', 'Powrót do góry', 'Wszelkie prawa zastrzeżone'],
    enlarge: ['Powiększ zdjęcie'],
    title: 'Sztorm w Saltmere. Relacja',
    closed: ['Relacja na żywo została zakończona.', 'Kończymy naszą relację.'],
    open: ['Prom kończy rejs, relacja trwa.'],
    ages: [
      ['4 minuty temu', 4],
      ['przed godziną', 60],
      ['godzinę temu', 60],
      ['przed chwilą', 0],
      ['około 2 godz. temu', 120],
    ],
    pointers: ['Czytaj także', 'Zobacz też', 'Przeczytaj również'],
    labels: {
      pinned: ['Przypięty', 'Przypięty post'],
      key: ['Kluczowe wydarzenie', 'Kluczowe wydarzenia', 'Ważne'],
      summary: ['Podsumowanie', 'Co już wiemy'],
      breaking: ['Z ostatniej chwili', 'Pilna wiadomość'],
      updated: ['Zaktualizowano', 'Ostatnia aktualizacja'],
      advert: ['Reklama', 'Artykuł sponsorowany'],
    },
    times: ['Aktualizacja: 14:05', 'Opublikowano o godz. 14:05', 'Ostatnia aktualizacja 14:05'],
    stopWords: ['jest', 'oraz', 'także'],
  },
  Portuguese: {
    abbreviated: ['A Sra. Voss fechou o cais.'],
    buttons: ['Partilhar', 'Voltar ao topo', 'Todos os direitos reservados'],
    enlarge: ['Ampliar imagem'],
    title: 'Tempestade em Saltmere ao minuto',
    closed: ['Encerramos aqui a nossa cobertura.', 'Este direto terminou.'],
    open: ['O cais encerrou, o direto continua.'],
    ages: [
      ['há 4 minutos', 4],
      ['há uma hora', 60],
      ['4 minutos atrás', 4],
      ['há momentos', 0],
      ['há aproximadamente 2 horas', 120],
    ],
    pointers: ['Leia mais', 'Saiba mais', 'Veja também'],
    labels: {
      pinned: ['Fixado', 'Publicação fixada'],
      key: ['Momento-chave', 'Momentos-chave', 'Destaques'],
      summary: ['Resumo', 'O que se sabe'],
      breaking: ['Última hora', 'Notícia de última hora'],
      updated: ['Atualizado', 'Atualizada', 'Última atualização', 'Modificado'],
      advert: ['Publicidade', 'Anúncio', 'Conteúdo patrocinado'],
    },
    times: ['Atualizado às 14h05', 'Publicado às 14:05', 'Modificado às 14h05'],
    stopWords: ['uma', 'pelo'],
  },
  Dutch: {
    abbreviated: ['Dhr. Voss sloot de pier.'],
    buttons: ['Deel', 'Terug naar boven', 'Alle rechten voorbehouden'],
    enlarge: ['Afbeelding vergroten'],
    title: 'Storm in Saltmere: liveverslag',
    closed: ['Dit liveblog is nu gesloten.', 'Hiermee sluiten we dit liveblog.'],
    open: ['De pier sluit, het liveblog gaat door.'],
    ages: [
      ['4 minuten geleden', 4],
      ['een uur geleden', 60],
      ['zojuist', 0],
      ['een moment geleden', 0],
      ['ongeveer 2 uur geleden', 120],
    ],
    pointers: ['Lees ook', 'Lees verder', 'Zie ook'],
    labels: {
      pinned: ['Vastgezet', 'Vastgezet bericht'],
      key: ['Belangrijk moment', 'Belangrijke momenten', 'Hoogtepunten'],
      summary: ['Samenvatting', 'Dit weten we'],
      breaking: ['Laatste nieuws', 'Net binnen'],
      updated: ['Bijgewerkt', 'Laatste update', 'Laatst gewijzigd', 'Aangepast'],
      live: ['Liveverslag'],
      advert: ['Advertentie', 'Gesponsorde inhoud'],
    },
    times: ['Bijgewerkt om 14.05 uur', 'Geplaatst om 14:05', 'Aangepast om 14:05 uur'],
    stopWords: ['niet', 'worden'],
  },
  Swedish: {
    title: 'Direkt: stormen i Saltmere',
    closed: ['Liverapporteringen är avslutad.'],
    open: ['Direktrapporteringen börjar över sundet.'],
    ages: [
      ['för 4 minuter sedan', 4],
      ['för en timme sedan', 60],
      ['2 veckor sedan', 20160],
    ],
    pointers: ['Läs också'],
    times: ['Uppdaterad kl. 14.05', 'Publicerad 14:05'],
  },
  Danish: {
    title: 'Stormen i Saltmere direkte',
    closed: ['Livebloggen er lukket.'],
    open: ['Havnen er lukket, livebloggen fortsætter.'],
    ages: [
      ['for 4 minutter siden', 4],
      ['for en time siden', 60],
      ['for 2 uger siden', 20160],
    ],
    pointers: ['Læs også'],
    times: ['Opdateret kl. 14.05', 'Udgivet 14:05'],
  },
  Norwegian: {
    title: 'Stormen i Saltmere direkte',
    closed: ['Direktesendingen er nå avsluttet.'],
    open: ['Direktesendingen fortsetter over natten.'],
    ages: [
      ['for 4 minutter siden', 4],
      ['for et minutt siden', 1],
      ['for 2 dager siden', 2880],
    ],
    pointers: ['Les også'],
    times: ['Oppdatert kl. 14.05', 'Publisert 14:05'],
  },
  Finnish: {
    title: 'Myrsky Saltmeressa hetki hetkeltä',
    closed: ['Seuranta on päättynyt.'],
    open: ['Seuranta alkaa, kun lautta on satamassa.'],
    ages: [
      ['4 minuuttia sitten', 4],
      ['tunti sitten', 60],
      ['2 tuntia sitten', 120],
    ],
    pointers: ['Lue myös'],
    times: ['Päivitetty klo 14.05', 'Julkaistu 14:05'],
  },
  'Czech and Slovak': {
    title: 'Bouře v Saltmere živě',
    closed: ['On-line reportáž skončila.', 'Živý přenos byl ukončen.'],
    open: ['On-line přenos začíná, až skončí bouře.'],
    ages: [
      ['před 4 minutami', 4],
      ['před hodinou', 60],
      ['pred 2 hodinami', 120],
      ['pred 4 minútami', 4],
    ],
    pointers: ['Čtěte také', 'Prečítajte si aj'],
    times: ['Aktualizováno 14:05', 'Aktualizované 14:05'],
  },
  Hungarian: {
    title: 'Vihar Saltmere-ben, percről percre',
    closed: ['Az élő közvetítés véget ért.'],
    open: ['A közvetítés folytatódik, a vihar véget ért.'],
    ages: [
      ['4 perccel ezelőtt', 4],
      ['2 órával ezelőtt', 120],
      ['egy órával ezelőtt', 60],
    ],
    pointers: ['Olvasd el ezt is'],
    times: ['Frissítve: 14:05'],
  },
  Greek: {
    title: 'Η καταιγίδα λεπτό προς λεπτό',
    closed: ['Η ζωντανή κάλυψη ολοκληρώθηκε.'],
    open: ['Η ζωντανή κάλυψη συνεχίζεται.'],
    ages: [
      ['πριν 4 λεπτά', 4],
      ['πριν από 2 ώρες', 120],
      ['4 λεπτά πριν', 4],
    ],
    pointers: ['Διαβάστε επίσης'],
    times: ['Ενημερώθηκε 14:05'],
  },
  Russian: {
    title: 'Шторм в Солтмире. Онлайн',
    closed: ['Онлайн завершён.', 'Текстовая трансляция окончена.'],
    open: ['Трансляция началась, паром закрыт.'],
    ages: [
      ['4 минуты назад', 4],
      ['час назад', 60],
      ['5 часов назад', 300],
    ],
    pointers: ['Читайте также'],
    times: ['Обновлено в 14:05', 'Опубликовано: 14:05'],
  },
  Ukrainian: {
    title: 'Шторм у Солтмірі. Наживо',
    closed: ['Онлайн завершено.'],
    open: ['Онлайн триває, пором зачинено.'],
    ages: [
      ['4 хвилини тому', 4],
      ['годину тому', 60],
      ['5 годин тому', 300],
    ],
    pointers: ['Читайте також'],
    times: ['Оновлено о 14:05', 'Опубліковано: 14:05'],
  },
  Turkish: {
    title: 'Saltmere’de fırtına: dakika dakika',
    closed: ['Canlı anlatım sona erdi.'],
    open: ['Canlı yayın başladı, fırtına bitti.'],
    ages: [
      ['4 dakika önce', 4],
      ['2 saat önce', 120],
      ['4 dk önce', 4],
    ],
    pointers: ['Bunu da okuyun'],
    times: ['Güncelleme: 14:05', 'Güncellendi 14:05'],
  },
  Romanian: {
    title: 'Furtună la Saltmere, minut cu minut',
    closed: ['Transmisiunea live s-a încheiat.'],
    open: ['Transmisiunea live continuă.'],
    ages: [
      ['acum 4 minute', 4],
      ['acum o oră', 60],
      ['acum 20 de minute', 20],
    ],
    pointers: ['Citește și'],
    times: ['Actualizat la 14:05', 'Publicat: 14:05'],
  },
  'Croatian and Serbian': {
    title: 'Oluja u Saltmereu uživo',
    closed: ['Prijenos uživo je završen.', 'Prenos uživo je završen.'],
    open: ['Prijenos uživo počinje kad oluja završi.'],
    ages: [
      ['prije 4 minute', 4],
      ['pre 5 minuta', 5],
      ['prije 2 sata', 120],
    ],
    pointers: ['Pročitajte i'],
    times: ['Ažurirano u 14:05', 'Objavljeno: 14:05'],
  },
  Slovenian: { title: 'Neurje v Saltmeru v živo', pointers: ['Preberite tudi'] },
  Bulgarian: {
    title: 'Буря в Солтмиър на живо',
    ages: [
      ['преди 4 минути', 4],
      ['преди час', 60],
      ['преди 2 часа', 120],
    ],
    pointers: ['Вижте още'],
    times: ['Обновена в 14:05'],
  },
  Arabic: {
    title: 'عاصفة سالتمير لحظة بلحظة',
    closed: ['انتهت التغطية المباشرة.'],
    open: ['بدأت التغطية المباشرة.'],
    ages: [
      ['منذ 4 دقائق', 4],
      ['قبل ساعة', 60],
      ['قبل 3 ساعات', 180],
    ],
    pointers: ['اقرأ أيضا'],
    times: ['آخر تحديث: 14:05'],
  },
  Hebrew: {
    title: 'הסערה בסולטמיר: דיווח שוטף',
    closed: ['הסיקור החי הסתיים.'],
    open: ['הסיקור החי נמשך.'],
    ages: [
      ['לפני 4 דקות', 4],
      ['לפני שעה', 60],
      ['לפני 3 שעות', 180],
    ],
    pointers: ['קראו גם'],
    times: ['עודכן: 14:05'],
  },
  Hindi: {
    title: 'सॉल्टमेयर में तूफान लाइव',
    ages: [
      ['4 मिनट पहले', 4],
      ['2 घंटे पहले', 120],
    ],
    pointers: ['ये भी पढ़ें'],
  },
  Japanese: {
    title: 'ソルトミアの嵐 タイムライン',
    closed: ['速報は終了しました。'],
    open: ['速報は続きます。'],
    ages: [
      ['4分前', 4],
      ['2時間前', 120],
    ],
    pointers: ['関連記事'],
    times: ['更新 14:05'],
  },
  Korean: {
    title: '솔트미어 폭풍 실시간',
    closed: ['실시간 중계를 종료합니다.'],
    open: ['실시간 중계가 이어집니다.'],
    ages: [
      ['4분 전', 4],
      ['2시간 전', 120],
    ],
    pointers: ['관련 기사'],
    times: ['업데이트 14:05'],
  },
  Chinese: {
    title: '索尔特米尔风暴 直播',
    closed: ['本次直播已结束。', '直播已結束'],
    open: ['直播仍在继续。'],
    ages: [
      ['4分钟前', 4],
      ['2小時前', 120],
    ],
    pointers: ['延伸閱讀'],
    times: ['更新 14:05'],
  },
  Vietnamese: { title: 'Bão ở Saltmere: trực tiếp' },
  Thai: { title: 'ถ่ายทอดสด พายุที่ซอลต์เมียร์' },
};
